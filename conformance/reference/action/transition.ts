import type { OperationStatus } from '../../../generated/lifecycle.js';
import { isLegal } from '../../model/lifecycle.js';

/** What a PATCH that asks for `to` means to an action in `from`: a step, no step (LIFECYCLE-12), or a refusal (LIFECYCLE-4, LIFECYCLE-5). */
export function transition(from: OperationStatus, to: OperationStatus): 'stay' | 'move' | 'refuse' {
  if (from === to) return 'stay';
  return isLegal(from, to, 'client') ? 'move' : 'refuse';
}
