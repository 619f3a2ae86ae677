import type { Exchange } from '../../engine/evidence/exchange.js';
import type { Finding } from '../../engine/judge/violation.js';
import type { RequirementId } from '../../engine/requirement.js';

/** A response that the model does not explain, and the requirement that it breaks. */
export interface Discrepancy extends Finding {
  readonly id: RequirementId;
  readonly exchange: Exchange;
  /** Set when a status change by the target itself would explain it: no failure where actions progress by themselves (decision 0031). */
  readonly unlessMoved?: boolean;
  /** Set when several requests may be the cause. It is no failure: another sequence reads the action after each of them. */
  readonly ambiguous?: boolean;
}

/** The first discrepancy that counts in an attempt. It ends the attempt. */
export class DiscrepancyFound extends Error {
  override readonly name = 'DiscrepancyFound';
  constructor(readonly discrepancy: Discrepancy) {
    super(discrepancy.message);
  }
}
