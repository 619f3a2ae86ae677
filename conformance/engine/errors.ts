import type { Exchange } from './evidence/exchange.js';
import type { ReasonKind } from './reason.js';

/** Thrown when a check cannot be decided: a precondition is missing, so neither a pass nor a failure would mean anything. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive';
  constructor(
    message: string,
    readonly exchange?: Exchange,
    readonly kind: ReasonKind = 'precondition',
  ) {
    super(message);
  }
}

/** The result; `undefined` where it is inconclusive, because something else can be done without it. */
export function unlessInconclusive<Result>(result: Promise<Result>): Promise<Result | undefined> {
  return result.catch((error: unknown) => {
    if (error instanceof Inconclusive) return undefined;
    throw error;
  });
}

/** Thrown by a case about something a conforming target need not do (a 503 response) when it did not happen: the requirement is not applicable. */
export class NotObserved extends Inconclusive {
  constructor(message: string, exchange?: Exchange) {
    super(message, exchange, 'not-observed');
  }
}

/** Thrown when other cases of the run may have changed what this case reads; the input is then played again alone. */
export class Disturbed extends Inconclusive {
  constructor(message: string) {
    super(message, undefined, 'disturbed');
  }
}

/**
 * Thrown when the target may have moved an action by itself before the case could use it. On a target that does move actions, the input
 * does not apply if further attempts end in the same way.
 */
export class MovedByItself extends Inconclusive {
  constructor(message: string, exchange?: Exchange) {
    super(message, exchange, 'progress');
  }
}

/** The error for a valid request about an action on which a case depends: an action that has moved on explains a 409. */
export function notAccepted(message: string, status: number | undefined, exchange?: Exchange): Inconclusive {
  return status === 409 ? new MovedByItself(message, exchange) : new Inconclusive(message, exchange);
}

/** Thrown when a request was not sent because the safety policy does not allow it; see decision 0047. */
export class BlockedByPolicy extends Inconclusive {
  constructor(message: string) {
    super(message, undefined, 'safety-policy');
  }
}

/** Thrown when a write was not sent because it might reach an action that this run did not create. */
export class ForeignAction extends Inconclusive {
  constructor(message: string) {
    super(message, undefined, 'foreign-action');
  }
}

/** Thrown when a request was not sent because such requests come to nothing in the same way again and again. */
export class NotSent extends Inconclusive {
  constructor(message: string, kind: ReasonKind) {
    super(message, undefined, kind);
  }
}

/** Thrown when a request was not sent because the time limit of the run is over. */
export class TimeLimitOver extends NotSent {
  constructor(message: string) {
    super(message, 'time-limit');
  }
}

/** Thrown when the target cannot be reached, at first or any more, or when the API is not at the base URL. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Thrown when the kit itself is at fault. The run ends with exit code 70. */
export class KitFault extends Error {
  override readonly name = 'KitFault';
}

/** Thrown for an invalid configuration; the message names the option, what is wrong with its value and what is accepted. */
export class ConfigurationError extends Error {
  override readonly name: string = 'ConfigurationError';
}

/** Thrown when the selection contains no requirement with a check. */
export class NothingSelected extends ConfigurationError {
  override readonly name = 'NothingSelected';
}

/** Thrown when a run is interrupted before everything is decided. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder: give the path of a file',
  EACCES: 'there is no permission to read it',
};

/** Why a file cannot be read. */
export function whyUnreadable(error: unknown): string {
  return unreadable[(error as NodeJS.ErrnoException).code ?? ''] ?? errorText(error);
}

/** The error for a file that could not be written, such as `the report x.html`. */
export function notWritten(what: string, error: unknown): ConfigurationError {
  const { code } = error as NodeJS.ErrnoException;
  const remedy = code === 'ENOSPC' || code === 'EDQUOT' ? '; make space, or name a file on another disk' : '';
  return new ConfigurationError(`${what} could not be written: ${errorText(error)}${remedy}`);
}

/** The message of whatever was thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
