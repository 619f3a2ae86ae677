import { ConfigurationError, Interrupted, NothingSelected } from '../errors.js';
import { truncate } from '../evidence/preview.js';
import { Unreachable } from '../world/probe/first-contact.js';
import { exitCodes } from './verdict.js';

/** Why a run ended before everything was decided, and the exit code for it. */
export interface Fault {
  readonly message: string;
  readonly exitCode: number;
}

const mostCharacters = 4_096;

/** The fault for an error that ended a run; an unexpected error is a fault of the kit. */
export function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return { message: truncate(message, mostCharacters), exitCode: exitCodeOf(error) };
}

function exitCodeOf(error: unknown): number {
  if (error instanceof NothingSelected) return exitCodes.nothingSelected;
  if (error instanceof ConfigurationError) return exitCodes.usage;
  if (error instanceof Unreachable) return exitCodes.unreachable;
  return error instanceof Interrupted ? exitCodes.interrupted : exitCodes.kitFault;
}
