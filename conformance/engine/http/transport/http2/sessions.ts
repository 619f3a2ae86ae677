import type { Route } from '../agents.js';
import { connectionAges } from '../connections.js';
import { secureSocket } from './secure-socket.js';
import { Http2Session } from './session.js';

/** The connections over HTTP/2 to one origin: one, unless the target takes fewer requests on it than are sent at a time. */
export class Http2Sessions {
  readonly #open = new Set<Http2Session>();
  readonly #waiting: (() => void)[] = [];
  #connecting?: Promise<void> | undefined;
  #freshMs = connectionAges.freshMs;
  /** False once the target has selected another protocol, or asked for one. */
  isOffered = true;

  constructor(
    private readonly url: URL,
    private readonly most: number,
    private readonly route: Route,
  ) {}

  /**
   * A connection that takes another request; `undefined` when the target does not use HTTP/2. One that has been idle is not used for a
   * request that cannot be repeated, because the target may be about to close it. Each call is followed by `release`.
   *
   * @throws TransportError when no connection can be made.
   */
  async take(isRepeatable: boolean, timeoutMs: number): Promise<Http2Session | undefined> {
    while (this.isOffered) {
      const session = this.#usable(isRepeatable ? connectionAges.idleMs : this.#freshMs);
      if (session) {
        session.running += 1;
        return session;
      }
      if (!this.#connecting && this.#open.size >= this.most) await new Promise<void>((go) => this.#waiting.push(go));
      else await this.#connect(timeoutMs);
    }
    return undefined;
  }

  /** A request has ended; `isLost` when its connection, which was used before, ended without a response. */
  release(session: Http2Session, isLost: boolean): void {
    session.running -= 1;
    session.idleSince = performance.now();
    if (isLost) this.#freshMs = 0;
    for (const go of this.#waiting.splice(0)) go();
  }

  close(): void {
    for (const { http2 } of this.#open) http2.destroy();
  }

  #usable(idleMs: number): Http2Session | undefined {
    for (const session of this.#open) {
      if (session.wasUsed && session.running === 0 && performance.now() - session.idleSince >= idleMs) session.end();
      if (!session.isOpen) this.#open.delete(session);
      else if (session.running < session.capacity) return session;
    }
    return undefined;
  }

  /** Requests that wait for a connection wait for the same one. */
  #connect(timeoutMs: number): Promise<void> {
    this.#connecting ??= this.#opened(timeoutMs).finally(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }

  async #opened(timeoutMs: number): Promise<void> {
    const socket = await secureSocket(this.url, this.route, timeoutMs);
    if (socket.alpnProtocol === 'h2') {
      this.#open.add(await Http2Session.begin(this.url.origin, socket, timeoutMs));
      return;
    }
    socket.destroy();
    this.isOffered = false;
  }
}
