import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Given, Played } from '../engine/run/events.js';
import type { Stage, Surroundings } from '../engine/run/session/stage.js';
import type { Lock } from '../engine/run/shared-lock.js';
import type { Lines } from '../record/part-of-record.js';
import { EventOrder } from './event-order.js';
import { RecordedWorld, type RequestLine, type WorldLines } from './recorded-world.js';

/** Milliseconds to wait until the run asks for the next world of the record; the first worlds that it does not ask for cost this much. */
const patienceMs = { first: 10_000, later: 50 };

/** Turns of the event loop in which whatever a world caused has happened. */
const eventTurns = 100;
/** A world that has read nothing at so many looks in a row, this many milliseconds apart, does nothing any more. */
const mostIdle = 20;
const watchMs = 100;

/** The lines of a world that was played again, and what it did not need of them. */
export interface PlayedAgain extends WorldLines {
  readonly unused: readonly RequestLine[];
  /** How many readings of the clock. */
  readonly unread: number;
}

/** A world that is played now. */
interface Current {
  readonly lines: WorldLines;
  readonly world: RecordedWorld;
  readonly left: () => void;
}

/**
 * A stage on which the run in a record is played again: the worlds come one after the other, in the order in which they ended. Worlds that
 * are shared come before the input that used them first, and are played while that input is.
 */
export class RecordStage implements Stage {
  readonly redact = (text: string) => text;
  readonly notices: readonly string[] = [];
  readonly writes: boolean;
  readonly gatewayFields: Given['gatewayFields'];
  readonly known: Given['known'];
  readonly began: number;
  /** The worlds have the order of the record, in which nothing was played beside an input that was played alone. */
  readonly lock: Lock = { shared: (act) => act(), exclusive: (act) => act() };
  sent = 0;
  readonly #order = new EventOrder();
  readonly #waiting = new Map<string, (surroundings: Surroundings) => void>();
  readonly #current = new Map<string, Current>();
  /** Worlds that are shared, for the next input. */
  readonly #held = new Map<string, WorldLines>();
  #hasEnded = false;
  #skipped = 0;

  constructor(
    private readonly lines: Lines,
    { writes, known, began, gatewayFields }: Given,
    /** The labels of all worlds in the record. */
    private readonly labels: ReadonlySet<string>,
    /** False for a run that ended early: worlds that were played then are not in the record. */
    private readonly isWhole: boolean,
    private readonly differs: (what: string) => void,
  ) {
    this.writes = writes;
    this.gatewayFields = gatewayFields;
    this.known = known;
    this.began = began;
  }

  readonly idle: Surroundings = RecordedWorld.empty(() => undefined);

  enter(label: string, shared = false): Promise<Surroundings> {
    if (shared) return Promise.resolve(this.#enterShared(label));
    if ((this.isWhole && !this.labels.has(label)) || this.#hasEnded) return Promise.resolve(this.#missing(label));
    return new Promise((resolve) => this.#waiting.set(label, resolve));
  }

  async pause(): Promise<void> {}

  now(): number {
    return 0;
  }

  isOver(label: string): boolean {
    return !this.labels.has(label);
  }

  liftTimeLimit(): void {}

  /** A run that ends in the middle of a world leaves it without saying so. */
  async close(): Promise<void> {
    this.#hasEnded = true;
    for (const { left } of this.#current.values()) left();
  }

  /** Gives the worlds of the record to the run until there are no more, or the run has ended. */
  async feed(): Promise<void> {
    for await (const lines of worldsIn(this.lines)) {
      const { world: label, shared } = lines.played;
      if (shared) {
        this.#held.set(label, lines);
        continue;
      }
      const enter = await this.#asked(label);
      if (!enter) {
        this.#unplayed(label);
        continue;
      }
      await this.#play(lines, enter);
      this.#leaveHeld();
    }
    this.#leaveHeld();
    // The run emits what the last worlds decide before it meets what a record without its end does not have.
    for (let turn = 0; turn < eventTurns; turn++) await setImmediate();
    this.#hasEnded = true;
    for (const [label, enter] of this.#waiting) enter(this.#missing(label));
  }

  /** The lines of the world that has just been played, and what it did not need of them. */
  leave({ world: label }: Pick<Played, 'world'>): PlayedAgain | undefined {
    const current = this.#current.get(label);
    if (!current) return undefined;
    const { lines, world, left } = current;
    this.#current.delete(label);
    this.sent += lines.exchanges.length;
    left();
    return { ...lines, unused: world.left, unread: Math.max(0, world.unread) };
  }

  #enterShared(label: string): Surroundings {
    const lines = this.#held.get(label);
    if (!lines) return this.#missing(label);
    this.#held.delete(label);
    return this.#begin(lines, () => undefined);
  }

  #begin(lines: WorldLines, left: () => void): RecordedWorld {
    const { world: label } = lines.played;
    const world = new RecordedWorld(
      lines,
      (what) => this.differs(`${label}: ${what}`),
      this.gatewayFields,
      this.#order,
    );
    this.#current.set(label, { lines, world, left });
    return world;
  }

  /** Resolves when the world was left. One that does nothing any more is given up, because what follows may wait for its end. */
  async #play(lines: WorldLines, enter: (surroundings: Surroundings) => void): Promise<void> {
    const { world: label } = lines.played;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((left) => {
      const world = this.#begin(lines, left);
      let [idle, read] = [0, 0];
      timer = setInterval(() => {
        idle = world.read === read ? idle + 1 : 0;
        read = world.read;
        if (idle < mostIdle) return;
        this.#current.delete(label);
        this.differs(`${label}: the run does not play it to its end`);
        left();
      }, watchMs);
      enter(world);
    });
    clearInterval(timer);
  }

  #leaveHeld(): void {
    for (const label of this.#held.keys()) this.#unplayed(label);
    this.#held.clear();
  }

  #unplayed(label: string): void {
    this.differs(`${label}: the record has it, but the run does not play it`);
  }

  #missing(label: string): Surroundings {
    if (!/^clean-up\b/.test(label)) this.differs(`${label}: the run plays it, but the record does not have it here`);
    return RecordedWorld.empty(() => undefined);
  }

  /** Resolves when the run asks for this world, or with `undefined` when it does not. */
  async #asked(label: string): Promise<((surroundings: Surroundings) => void) | undefined> {
    const until = performance.now() + (this.#skipped < 2 ? patienceMs.first : patienceMs.later);
    for (let turn = 0; ; turn++) {
      const enter = this.#waiting.get(label);
      if (enter) {
        this.#waiting.delete(label);
        return enter;
      }
      if (this.#hasEnded || performance.now() > until) break;
      await (turn < eventTurns ? setImmediate() : setTimeout(1));
    }
    this.#skipped += 1;
    return undefined;
  }
}

async function* worldsIn(all: Lines): AsyncGenerator<WorldLines> {
  let [exchanges, responses]: [RequestLine[], WorldLines['responses']] = [[], new Map()];
  for await (const line of all()) {
    if (line.type === 'exchange') {
      const { response, ...exchange } = line;
      exchanges.push(exchange);
      if (response) responses.set(line.number, response);
    }
    if (line.type !== 'played') continue;
    yield { exchanges, responses, played: line };
    [exchanges, responses] = [[], new Map()];
  }
}
