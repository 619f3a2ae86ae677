import { setTimeout as sleep } from 'node:timers/promises';
import type { Redact } from '../../http/secrets/redaction.js';
import type { Sender } from '../../http/sender.js';
import { notedWire, type Wire } from '../../http/wire.js';
import { type Clock, type Reading, SystemClock } from '../../world/clock.js';
import type { Profile } from '../../world/profile.js';
import { type Lock, SharedLock } from '../shared-lock.js';
import { type Place, Room } from './room.js';

/** What a world depends on besides its seed and the profile: the way to the target, and the clock. */
export interface Surroundings {
  readonly wire: Wire;
  readonly clock: Clock;
  /** What was read from the clock and learned about requests so far. */
  readonly readings: readonly Reading[];
  /** Tells the stage that the world is over. */
  readonly leave?: () => void;
}

/** Where a session plays: on a target, or on the record of a run against one. */
export interface Stage {
  readonly redact: Redact;
  /** What the user should know about the connection to the target, most important first. */
  readonly notices: readonly string[];
  /** How many requests have been sent. */
  readonly sent: number;
  /** False when the safety policy allows only reads on this target. */
  readonly writes: boolean;
  /** The header fields of every request for a gateway, with the names of variables in place of their values. */
  readonly gatewayFields: Readonly<Record<string, string>>;
  /** What is known of the target before the probe, where its tokens do not tell. */
  readonly known?: Pick<Profile, 'claims' | 'unsuitable' | 'notices'>;
  /** The surroundings of a world that sends nothing. */
  readonly idle: Surroundings;
  /** When the run began, in milliseconds since 1970. */
  readonly began: number;
  /** Keeps an input that is played alone from being played beside others. */
  readonly lock: Lock;
  /** The surroundings of the world with this label, as soon as it may begin. A world that is shared is part of one that plays. */
  enter(label: string, shared?: boolean): Promise<Surroundings>;
  /** Waits between two attempts. */
  pause(ms: number): Promise<void>;
  /** Milliseconds since the run began. */
  now(): number;
  /** Whether the time for the world with this label is over; `until` is in milliseconds since the run began. */
  isOver(label: string, until: number): boolean;
  /** Lets requests be sent after the time limit of the run. */
  liftTimeLimit(): void;
  close(): Promise<void>;
}

/** The stage of a run against a target. */
export class TargetStage implements Stage {
  readonly began: number;
  readonly lock = new SharedLock();
  readonly #room = new Room();

  constructor(private readonly sender: Sender) {
    this.began = Date.now() - sender.now();
  }

  get redact(): Redact {
    return this.sender.redact;
  }

  get notices(): readonly string[] {
    return this.sender.notices;
  }

  get sent(): number {
    return this.sender.sent;
  }

  get writes(): boolean {
    return this.sender.writes;
  }

  get gatewayFields(): Readonly<Record<string, string>> {
    return this.sender.gatewayFields;
  }

  get idle(): Surroundings {
    return this.#surroundings();
  }

  async enter(_label: string, isShared = false): Promise<Surroundings> {
    return this.#surroundings(isShared ? this.#room.part() : await this.#room.enter());
  }

  async pause(ms: number): Promise<void> {
    await sleep(ms);
  }

  now(): number {
    return this.sender.now();
  }

  isOver(_label: string, until: number): boolean {
    return this.now() > until;
  }

  liftTimeLimit(): void {
    this.sender.liftTimeLimit();
  }

  close(): Promise<void> {
    return this.sender.close();
  }

  #surroundings(place?: Place): Surroundings {
    const clock = new SystemClock(() => this.sender.now());
    const wire = notedWire(this.sender, clock.readings, ({ response }) => place?.add(response?.body.length ?? 0));
    return { wire, clock, readings: clock.readings, ...(place && { leave: () => place.leave() }) };
  }
}
