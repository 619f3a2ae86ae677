import pLimit from 'p-limit';
import { type JsonExcess, JsonSize } from '../../evidence/json-size.js';
import type { Limits } from './transport.js';

/** Bytes that are kept of a body that is not read to its end: enough to show what it is. */
const keptBytes = 65_536;
/** Bytes of a body that are read beside other bodies. A page of a hundred actions has fewer. */
const shortBytes = 262_144;
/** Milliseconds after which the next long body is read, too: one that comes slowly fills no memory. */
const turnMs = 1_000;

/** Long bodies are read one after the other, so that those without end do not fill the memory together. */
const longBodies = pLimit(1);

/** A body, or the beginning of one that is not read to its end. */
export interface ReadBody {
  readonly body: Uint8Array;
  readonly cut: boolean;
  /** The values of a JSON text; absent for a body under a content coding and for one that was cut. */
  readonly values?: number;
  /** The limit of a JSON text that it exceeds; without one, a body that was cut has too many bytes. */
  readonly excess?: JsonExcess;
  /** Why the rest was not read, although it may be within all limits. */
  readonly unread?: string;
}

/** How a body is read. */
export interface BodyOptions extends Pick<Limits, 'maxBodyBytes' | 'whyUnread'> {
  /** True for a body whose bytes are under a content coding. */
  readonly isCoded?: boolean;
  /** The time of the exchange, which does not pass while its body waits for others to be read. */
  readonly time?: { stop(): void; goOn(): void };
}

/** Reads a body as long as it keeps all limits. */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  { maxBodyBytes, whyUnread, isCoded = false, time }: BodyOptions,
): Promise<ReadBody> {
  const parts: Uint8Array[] = [];
  const json = new JsonSize();
  let size = 0;
  let endTurn: (() => void) | undefined;
  // A buffer of its own, so that the rest does not stay in memory.
  const cutBody = () => ({ body: Buffer.concat(parts, Math.min(size, maxBodyBytes, keptBytes)), cut: true });
  try {
    for await (const chunk of chunks) {
      parts.push(chunk);
      size += chunk.length;
      const excess = isCoded ? undefined : json.add(chunk);
      if (excess) return { ...cutBody(), excess };
      if (size > maxBodyBytes) return cutBody();
      if (size <= shortBytes || endTurn) continue;
      time?.stop();
      endTurn = await turn();
      time?.goOn();
      const unread = whyUnread?.();
      if (unread !== undefined) return { ...cutBody(), unread };
    }
    const body = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    return { body, cut: false, ...(!isCoded && { values: json.values }) };
  } finally {
    endTurn?.();
  }
}

/** Reads only the beginning of a body that announces more bytes than the limit. */
export function readBeginning(chunks: AsyncIterable<Uint8Array>, how: BodyOptions): Promise<ReadBody> {
  return readBody(chunks, { ...how, maxBodyBytes: Math.min(how.maxBodyBytes, keptBytes) });
}

/** Waits until it may begin; returns what ends the turn. */
function turn(): Promise<() => void> {
  return new Promise((begin) => {
    void longBodies(
      () =>
        new Promise<void>((end) => {
          const timer = setTimeout(end, turnMs);
          begin(() => {
            clearTimeout(timer);
            // By then it is known what came of the body.
            setImmediate(end);
          });
        }),
    );
  });
}
