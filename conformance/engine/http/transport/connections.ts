import type { Agent as HttpAgent } from 'node:http';
import type { Socket } from 'node:net';
import { type Agents, agentsFor, type Route } from './agents.js';

/**
 * After `idleMs` milliseconds an unused connection is closed. After `freshMs` it is too old for a request that cannot be repeated: a target
 * or gateway may be about to close it. That is shorter than the idle limits in use. On a busy machine it may still be too long: after the
 * first connection that was lost in this way, such a request gets a new connection.
 */
export const connectionAges = { idleMs: 4_000, freshMs: 50 };
/** A request on a new connection starves when nothing arrives for this long while another connection serves this many requests. */
const starving = { ms: 1_000, served: 20 };

/** One request on its way. */
export interface Flight {
  readonly socket: Socket;
  readonly startedAt: number;
  /** What had arrived on the connection when it began. */
  readonly bytesBefore: number;
  /** How many requests in a row the same other connection has served since. */
  served: { by?: Socket; times: number };
}

/**
 * The connections to a target, which are kept alive. A target with one thread serves one connection at a time and leaves the others
 * without a response as long as the first is in use: when that shows, all further requests share one connection.
 */
export class Connections {
  #agents: Agents;
  readonly #flights = new Set<Flight>();
  /** Since when a connection is not in use, and what had arrived on it by then. */
  readonly #free = new WeakMap<Socket, { readonly since: number; readonly bytes: number }>();
  #freshMs = connectionAges.freshMs;
  isSingle = false;
  /**
   * Set when bytes arrived on a connection that was not in use. A client takes them for the response to its next request, and each
   * response for that to the request before, so no connection is used again.
   */
  hasSurplus = false;
  /** Set when a request got no response while there was no other connection: then no other one is why. */
  #hangsAlone = false;

  constructor(
    private readonly most: number,
    private readonly route: Route = {},
  ) {
    this.#agents = this.#agentsFor(most);
  }

  /** The agent for a request. For one that must not be repeated, connections that the target may be about to close are not used. */
  agentFor(url: string, repeatable: boolean): HttpAgent {
    const agent = url.startsWith('https:') ? this.#agents.https : this.#agents.http;
    for (const socket of freeSockets(agent)) {
      const { since = 0, bytes = 0 } = this.#free.get(socket) ?? {};
      this.hasSurplus ||= socket.bytesRead > bytes;
      if (this.hasSurplus || (!repeatable && performance.now() - since >= this.#freshMs)) socket.destroy();
    }
    return agent;
  }

  begin(socket: Socket): Flight {
    const flight: Flight = {
      socket,
      startedAt: performance.now(),
      bytesBefore: socket.bytesRead,
      served: { times: 0 },
    };
    this.#flights.add(flight);
    return flight;
  }

  /** Records how a request ended; `lost` is the end of a connection that was used before, without a response. A timeout beside a connection that was served is a sign of starving, too. */
  end(flight: Flight, how: 'response' | 'timeout' | 'lost' | 'failure'): void {
    this.#flights.delete(flight);
    if (how === 'lost') this.#freshMs = 0;
    if (how === 'timeout') {
      const { bytesRead } = flight.socket;
      if (bytesRead === flight.bytesBefore && this.#isAlone) this.#useMany();
      else if (bytesRead === 0 && flight.served.times > 0) this.#useOne();
    }
    if (how !== 'response') return;
    for (const other of this.#flights) {
      if (other.socket === flight.socket || other.socket.bytesRead > 0) continue;
      const { by, times } = other.served;
      other.served = { by: flight.socket, times: by === flight.socket ? times + 1 : 1 };
      const waited = performance.now() - other.startedAt;
      if (other.served.times >= starving.served && waited >= starving.ms) this.#useOne();
    }
  }

  close(): void {
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }

  /** Whether no connection is in use, or open for the next request. */
  get #isAlone(): boolean {
    return this.#flights.size === 0 && Object.values(this.#agents).every((agent) => freeSockets(agent).length === 0);
  }

  /** A target that does not respond on its only connection leaves some requests without a response, however many connections there are. */
  #useMany(): void {
    this.#hangsAlone = true;
    if (!this.isSingle) return;
    this.isSingle = false;
    this.#agents = this.#agentsFor(this.most);
  }

  /** Requests that wait on other connections get their response as soon as the connections before them are closed. */
  #useOne(): void {
    if (this.isSingle || this.#hangsAlone) return;
    this.isSingle = true;
    for (const agent of Object.values(this.#agents)) {
      (agent as { keepAlive?: boolean }).keepAlive = false;
      for (const socket of freeSockets(agent)) socket.destroy();
    }
    this.#agents = this.#agentsFor(1);
  }

  #agentsFor(most: number): Agents {
    const agents = agentsFor(most, connectionAges.idleMs, this.route);
    for (const agent of Object.values(agents))
      agent.on('free', (socket: Socket) =>
        this.#free.set(socket, { since: performance.now(), bytes: socket.bytesRead }),
      );
    return agents;
  }
}

function freeSockets(agent: HttpAgent): readonly Socket[] {
  return Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? []);
}
