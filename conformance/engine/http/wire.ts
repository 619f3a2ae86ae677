import { BlockedByPolicy, ForeignAction, NotSent } from '../errors.js';
import type { Caller } from '../evidence/exchange.js';
import type { Reply } from '../evidence/reply.js';
import type { Reading, SendStep } from '../world/clock.js';
import type { Redact } from './secrets/redaction.js';
import type { Secrets } from './secrets/secrets.js';
import type { GivenUp, Sent } from './sent.js';
import type { WireRequest } from './transport/transport.js';

/** A request of the run, and what it is for. */
export interface OwnRequest extends WireRequest {
  readonly caller?: Caller;
  /** What plays, for the `client-request-id`; without it the field is sent only if the request has it. */
  readonly label?: string | undefined;
  /** Set when a slow response would come too late. */
  readonly isBrief?: boolean | undefined;
}

/** Reads one action, to find out whether a write to it is harmless. */
export type Look = (id: string) => Promise<Pick<Reply, 'status' | 'json'>>;
/** Receives the result of each round of a request; `beside` is a request that the kit sent in between to learn about the target. */
export type RecordSent = (sent: Sent, beside?: OwnRequest) => void;

/** The way to the target, as a world uses it: the sender, or the record of a run. */
export interface Wire {
  /** Removes the secrets from a text. */
  readonly redact: Redact;
  readonly secrets: Pick<Secrets, 'redact' | 'redactField' | 'learn'>;
  /** The ids of actions that exist on the target, as far as the run has seen them. */
  readonly knownIds: readonly string[];
  /** The header fields of every request for a gateway, with the names of variables in place of their values. */
  readonly gatewayFields: Readonly<Record<string, string>>;
  targetIsStateless(): void;
  /** See `Sender.send`. */
  send(request: OwnRequest, record: RecordSent, look: Look): Promise<GivenUp | undefined>;
}

/** A wire that notes the steps of each request among the readings of a world; `received` gets what each round comes to. */
export function notedWire(wire: Wire, readings: Reading[], received: (sent: Sent) => void = () => undefined): Wire {
  return {
    redact: wire.redact,
    gatewayFields: wire.gatewayFields,
    secrets: wire.secrets,
    get knownIds() {
      return wire.knownIds;
    },
    targetIsStateless: () => wire.targetIsStateless(),
    send: async (request, record, look) => {
      const steps: SendStep[] = [];
      readings.push(steps);
      const noted: RecordSent = (sent, beside) => {
        if (!beside) steps.push({ did: 'send', number: sent.number });
        received(sent);
        record(sent, beside);
      };
      const looked: Look = (id) => {
        steps.push({ did: 'look', id });
        return look(id);
      };
      try {
        const givenUp = await wire.send(request, noted, looked);
        if (givenUp) steps.push({ did: 'give-up', why: givenUp });
        return givenUp;
      } catch (error) {
        if (error instanceof BlockedByPolicy || error instanceof ForeignAction || error instanceof NotSent)
          steps.push({ did: 'refuse', kind: error.kind, message: error.message });
        throw error;
      }
    },
  };
}
