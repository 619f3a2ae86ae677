import { exitCodes } from '../engine/run/verdict.js';

/** From the worst to the least; `nothingSelected` and `conformant` only count when none of these occurs. */
const worstFirst = [
  exitCodes.interrupted,
  exitCodes.kitFault,
  exitCodes.failures,
  exitCodes.inconclusive,
  exitCodes.staleBaseline,
  exitCodes.unreachable,
  exitCodes.blockedByPolicy,
  exitCodes.usage,
];

/**
 * The exit code of a command from the codes of its parts: its targets, and the writing of each report (64 when a file could not be
 * written). The worst code wins; 66 only when no target had anything to check.
 */
export function combinedExitCode(codes: readonly number[]): number {
  const worst = worstFirst.find((code) => codes.includes(code));
  if (worst !== undefined) return worst;
  return codes.length > 0 && codes.every((code) => code === exitCodes.nothingSelected)
    ? exitCodes.nothingSelected
    : exitCodes.conformant;
}
