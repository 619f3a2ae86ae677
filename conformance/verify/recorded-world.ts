import { BlockedByPolicy, ForeignAction, NotSent } from '../engine/errors.js';
import { requestId, requestSource } from '../engine/http/request-id.js';
import type { GivenUp, Sent } from '../engine/http/sent.js';
import type { WireRequest } from '../engine/http/transport/transport.js';
import type { Look, OwnRequest, RecordSent, Wire } from '../engine/http/wire.js';
import type { ReasonKind } from '../engine/reason.js';
import type { Surroundings } from '../engine/run/session/stage.js';
import type { Clock, Reading, SendStep } from '../engine/world/clock.js';
import { exchangeOf } from '../record/exchange-of-line.js';
import type { ExchangeLine, PlayedLine, RecordedResponse } from '../record/lines.js';
import { EventOrder } from './event-order.js';

/** Thrown where a case does something that the record of the run does not have. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
}

/** An exchange of a record without its response. */
export type RequestLine = Omit<ExchangeLine, 'response'>;

/** The lines of one world in a record. */
export interface WorldLines {
  readonly exchanges: readonly RequestLine[];
  /** By the number of the exchange, until it is played again: those of a large world would be in memory twice. */
  readonly responses: Map<number, RecordedResponse>;
  readonly played: PlayedLine;
}

const nothing: Omit<WorldLines, 'played'> & { readonly played: Pick<PlayedLine, 'readings'> } = {
  exchanges: [],
  responses: new Map(),
  played: { readings: [] },
};

/** The surroundings of a world that is played again: its requests get the recorded responses, and its clock shows the recorded times. */
export class RecordedWorld implements Surroundings {
  readonly #left: RequestLine[];
  readonly #responses: WorldLines['responses'];
  readonly #recorded: readonly Reading[];
  #next = 0;
  readonly readings: readonly Reading[] = [];
  readonly wire: Wire;

  /** @param differs is called with what the world does otherwise than in the record. */
  constructor(
    { exchanges, responses, played }: typeof nothing,
    private readonly differs: (what: string) => void,
    gatewayFields: Wire['gatewayFields'] = {},
    /** Shared by worlds that play at the same time. */
    private readonly order = new EventOrder(),
  ) {
    this.#left = exchanges.filter(({ phase }) => phase !== 'beside');
    this.#responses = responses;
    this.#recorded = played.readings;
    this.wire = {
      redact: (text) => text,
      secrets: { redact: (text) => text, redactField: (_, value) => value, learn: () => undefined },
      knownIds: [],
      gatewayFields,
      targetIsStateless: () => undefined,
      send: (request, record, look) => this.#send(request, record, look),
    };
  }

  /** A world that the record does not have. */
  static empty(differs: (what: string) => void): RecordedWorld {
    return new RecordedWorld(nothing, differs);
  }

  /** How many of the recorded readings were needed so far. */
  get read(): number {
    return this.#next;
  }

  /** How many of them were not. */
  get unread(): number {
    return this.#recorded.length - this.#next;
  }

  /** The recorded exchanges that were not needed so far. */
  get left(): readonly RequestLine[] {
    return this.#left;
  }

  readonly clock: Clock = {
    now: () => this.#number(),
    date: () => this.#number(),
    sleep: () => this.order.at(this.#number()),
    learned: (read) => {
      const recorded = this.#reading();
      return typeof recorded === 'string' ? recorded : read();
    },
  };

  #reading(): Reading | undefined {
    return this.#recorded[this.#next++];
  }

  #number(): number {
    const recorded = this.#reading();
    if (typeof recorded === 'number') return recorded;
    throw this.#notRecorded('the clock is read, which the record does not have');
  }

  async #send(request: OwnRequest, record: RecordSent, look: Look): Promise<GivenUp | undefined> {
    const steps = this.#reading();
    if (!Array.isArray(steps))
      throw this.#notRecorded(`${request.method} ${request.url} is sent, which the record does not have`);
    for (const step of steps as readonly SendStep[]) {
      if (step.did === 'look') await look(step.id);
      else if (step.did === 'give-up') return step.why as GivenUp;
      else if (step.did === 'refuse') throw refusalOf(step);
      else {
        const exchange = this.#matching(request, step.number);
        await this.order.at(exchange.endedAt);
        record({ ...sentOf(exchange), requestId: requestIdOf(exchange, request) });
      }
    }
    return undefined;
  }

  #matching(request: WireRequest, number: number): ExchangeLine {
    const text = keyOf({ ...request, body: bodyText(request.body) });
    const place = this.#left.findIndex((one) => one.number === number && keyOf(one.request) === text);
    const [found] = place < 0 ? [] : this.#left.splice(place, 1);
    if (found) {
      const response = this.#responses.get(number);
      this.#responses.delete(number);
      return { ...found, response };
    }
    throw this.#notRecorded(`${request.method} ${request.url} is sent, and the record has no such request`);
  }

  #notRecorded(what: string): NotRecorded {
    this.differs(what);
    return new NotRecorded(what);
  }
}

function refusalOf({ kind, message }: Extract<SendStep, { did: 'refuse' }>): Error {
  if (kind === 'safety-policy') return new BlockedByPolicy(message);
  return kind === 'foreign-action' ? new ForeignAction(message) : new NotSent(message, kind as ReasonKind);
}

function sentOf(line: ExchangeLine): Sent {
  const { number, startedAt, endedAt, response, failure, fate } = exchangeOf(line);
  return {
    number,
    startedAt,
    endedAt,
    ...(response && { response }),
    ...(failure !== undefined && { failure }),
    ...(fate !== undefined && { fate: fate as NonNullable<Sent['fate']> }),
  };
}

/** The `client-request-id` that the kit gives the request in the run and with the number that the record says; none to one that chooses the field itself. */
function requestIdOf({ number, request: { headers } }: ExchangeLine, { label }: OwnRequest): string | undefined {
  if (label === undefined) return undefined;
  // A merged record has its exchanges under new numbers.
  const { run, number: sent } = requestSource(headers['client-request-id'] ?? '') ?? { run: '', number };
  return requestId({ run, label, number: sent });
}

function bodyText(body: WireRequest['body']): string | undefined {
  return body === undefined || typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
}

/** What makes two requests the same. The name of a secret may be part of an id, and is then encoded in a path. */
function keyOf({ method, url, body = '' }: { method: string; url: string; body?: string | undefined }): string {
  return `${method} ${url.replaceAll('%24', '$')} ${body}`;
}
