import { ConfigurationError, Interrupted, NothingSelected } from '../errors.js';
import { beginning } from '../evidence/preview.js';
import { Unreachable } from '../world/probe/first-contact.js';
import { exitCodes } from './verdict.js';

/** Why a run ended before all was decided, and the exit code that says whose fault that is. */
export interface Fault {
  readonly message: string;
  readonly exitCode: number;
}

const mostCharacters = 4_096;

/** Reads an error that ended a run; one that nobody foresaw is the kit's own fault. */
export function faultOf(error: unknown): Fault {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return { message: beginning(message, mostCharacters), exitCode: exitCodeOf(error) };
}

function exitCodeOf(error: unknown): number {
  if (error instanceof NothingSelected) return exitCodes.nothingSelected;
  if (error instanceof ConfigurationError) return exitCodes.usage;
  if (error instanceof Unreachable) return exitCodes.unreachable;
  return error instanceof Interrupted ? exitCodes.interrupted : exitCodes.kitFault;
}
