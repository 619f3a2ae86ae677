import type { OperationStatus } from '../../../generated/lifecycle.js';
import { isAllowedTransition } from '../../model/lifecycle.js';

/** The effect of a PATCH with status `to` on an action in status `from`: no change (LIFECYCLE-12), a transition, or a rejection (LIFECYCLE-4, LIFECYCLE-5). */
export function transition(from: OperationStatus, to: OperationStatus): 'stay' | 'move' | 'reject' {
  if (from === to) return 'stay';
  return isAllowedTransition(from, to, 'client') ? 'move' : 'reject';
}
