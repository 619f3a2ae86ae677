import type { HeaderFields } from '../../evidence/header-fields.js';

/** A request ready to be sent. Header names keep their case; only what HTTP itself requires (`Host`, `Content-Length`) is added. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** A response of which at most `maxBodyBytes` were read. */
export interface WireResponse {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: Uint8Array;
  readonly cut: boolean;
}

/** Limits of one exchange, so that no target can block the run or fill its memory. */
export interface Limits {
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
}

/** Sends requests to a target. Never follows a redirect and never retries. */
export interface Transport {
  send(request: WireRequest, limits: Limits): Promise<WireResponse>;
  close(): Promise<void>;
}

/** There is no response: the connection was refused or reset, it timed out, or the response is not HTTP. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    message: string,
    readonly timedOut = false,
  ) {
    super(message);
  }
}

/** Reads a body up to the limit; `cut` is true when it is longer. */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  maxBodyBytes: number,
): Promise<{ body: Uint8Array; cut: boolean }> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (size + chunk.length > maxBodyBytes) {
      parts.push(chunk.subarray(0, maxBodyBytes - size));
      return { body: Buffer.concat(parts), cut: true };
    }
    parts.push(chunk);
    size += chunk.length;
  }
  return { body: parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), cut: false };
}
