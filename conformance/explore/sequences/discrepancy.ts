import type { Exchange } from '../../engine/evidence/exchange.js';
import type { Location } from '../../engine/judge/location.js';
import type { RequirementId } from '../../engine/requirement.js';

/** A response that the model does not explain, and the requirement that it breaks. */
export interface Discrepancy {
  readonly id: RequirementId;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  /** A JSON pointer, or `status` for the status code. */
  readonly at: Location;
  readonly exchange: Exchange;
  /** Set when a status change by the target itself would explain it: no failure where actions progress by themselves (decision 0031). */
  readonly unlessMoved?: boolean;
}

/** The first discrepancy that counts in an attempt. It ends the attempt. */
export class DiscrepancyFound extends Error {
  override readonly name = 'DiscrepancyFound';
  constructor(readonly discrepancy: Discrepancy) {
    super(discrepancy.message);
  }
}
