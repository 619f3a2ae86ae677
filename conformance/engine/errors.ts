import type { Exchange } from './evidence/exchange.js';
import type { ReasonKind } from './reason.js';

/** Thrown when a check cannot be decided: a precondition is missing, so that neither a pass nor a failure would mean anything. */
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

/** Thrown by a case about something that may lawfully never happen (a 503, say) when it did not: the requirement is not applicable. */
export class NotObserved extends Inconclusive {
  constructor(message: string, exchange?: Exchange) {
    super(message, exchange, 'not-observed');
  }
}

/** Thrown when a request was not sent because the safety policy forbids it; `reading 0047`. */
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

/** Thrown when the kit itself did something wrong. It is never the target's fault and ends in exit code 70. */
export class KitFault extends Error {
  override readonly name = 'KitFault';
}

/** Thrown for a configuration that cannot be run: it says which option, what is wrong with its value and what is accepted. */
export class ConfigurationError extends Error {
  override readonly name: string = 'ConfigurationError';
}

/** The user's filter chose no requirement that has a check. */
export class NothingSelected extends ConfigurationError {
  override readonly name = 'NothingSelected';
}

/** The run was told to stop before all was decided. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
