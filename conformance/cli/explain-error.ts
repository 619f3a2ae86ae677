import { arch, platform } from 'node:os';
import { type Fault, faultOf } from '../engine/run/fault.js';
import { exitCodes } from '../engine/run/verdict.js';
import { printable } from '../report/format/text.js';
import type { Io } from './io.js';

/** Prints the error that ended a command and returns the exit code. */
export function explainError(error: unknown, { stderr }: Io): number {
  const fault = faultOf(error);
  stderr.write(`security-actions: ${faultText(fault, error)}\n`);
  return fault.exitCode;
}

/** The message of a fault; an internal error of the kit says so, and what to report. */
export function faultText({ message, exitCode }: Fault, error: unknown, seed?: number): string {
  if (exitCode !== exitCodes.kitFault) return printable(message);
  const [firstCall] =
    error instanceof Error ? (error.stack?.split('\n').filter((line) => line.includes(' at ')) ?? []) : [];
  const facts = [`node ${process.version}`, `${platform()} ${arch()}`, ...(seed === undefined ? [] : [`seed ${seed}`])];
  return [
    `internal error of the kit (not a fault of the target): ${printable(message)}`,
    `Please report this message with the command line (without tokens) and: ${facts.join(', ')}${firstCall ? `,${firstCall.replace(/^\s+/, ' ')}` : ''}`,
  ].join('\n');
}
