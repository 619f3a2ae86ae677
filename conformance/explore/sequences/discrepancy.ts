import type { Exchange } from '../../engine/evidence/exchange.js';
import { show } from '../../engine/evidence/preview.js';
import type { RequirementId } from '../../engine/requirement.js';

/** Something that a target did and no lawful course of the sequence explains. */
export interface Discrepancy {
  readonly id: RequirementId;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly at: string;
  readonly exchange: Exchange;
  /** True when the target's own progress would explain it: no violation where actions move by themselves (reading 0031). */
  readonly unlessMoved: boolean;
}

/** A discrepancy in a value; the sentence says what it is about. */
export function discrepancy(
  id: RequirementId,
  message: string,
  { expected, received, at, exchange }: { expected: unknown; received: unknown; at: string; exchange: Exchange },
  unlessMoved = false,
): Discrepancy {
  const text = (value: unknown) => (typeof value === 'string' ? value : show(value));
  return { id, message, expected: text(expected), received: text(received), at, exchange, unlessMoved };
}

/** The first discrepancy that counts in an attempt; it ends the attempt. */
export class Found extends Error {
  override readonly name = 'Found';
  constructor(readonly discrepancy: Discrepancy) {
    super(discrepancy.message);
  }
}
