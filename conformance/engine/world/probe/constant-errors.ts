import type { Operation } from '../../../../generated/requirements.js';
import type { Exchange } from '../../evidence/exchange.js';
import { isOwnServerError } from '../../evidence/overload.js';
import type { Profile } from '../profile.js';
import { notImplemented } from './unless-passing.js';

/** Milliseconds after which the same server error is no accident. */
const constantMs = 400;

/**
 * The operations whose requests of the probe all got the same server error, with its status: an input that meets it need not be played
 * again to find out whether it passes.
 */
export function constantErrors(exchanges: readonly Exchange[]): NonNullable<Profile['constantErrors']> {
  const seen = new Map<Operation, readonly Exchange[]>();
  for (const one of exchanges) {
    if (one.operation === undefined || one.caller !== 'writer' || one.defect !== undefined || !one.response) continue;
    seen.set(one.operation, [...(seen.get(one.operation) ?? []), one]);
  }
  return new Map(
    [...seen].flatMap(([operation, all]) => {
      const [first, last] = [all[0], all.at(-1)];
      const status = first?.response?.status;
      const isConstant = all.every(({ response }) => response?.status === status);
      const isLong = status === notImplemented || (last?.startedAt ?? 0) - (first?.startedAt ?? 0) >= constantMs;
      return isConstant && isLong && status !== undefined && isOwnServerError(status)
        ? [[operation, status] as const]
        : [];
    }),
  );
}
