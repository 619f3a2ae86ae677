import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { HeaderFields } from './header-fields.js';

/** The part of a response that may be large. */
interface WithBody {
  readonly body: string;
}

/** Characters of a body that is compressed while others are read. An action has fewer. */
const largeBody = 8_192;
/** Characters of such bodies that stay in memory as texts, with their parsed values: of those that were read last. */
const mostCharacters = 4_194_304;

const bodies = new WeakMap<WithBody, CompactBody>();

/**
 * The response, with a large body compressed in memory while others are read. An input keeps its exchanges until they are judged, and
 * parsed values take several times the memory of their text.
 */
export function withCompactBody<Response extends WithBody>(response: Response): Response {
  return response.body.length > largeBody ? sharing(response, new CompactBody(response.body)) : response;
}

/** The response with other header fields; both have one body. */
export function withHeaders<Response extends WithBody>(response: Response, headers: HeaderFields): Response {
  const changed = { ...response, headers };
  const body = bodies.get(response);
  return body ? sharing(changed, body) : changed;
}

/** The large body of a response; `undefined` for one that is kept as it is. */
export function compactBodyOf(response: WithBody): CompactBody | undefined {
  return bodies.get(response);
}

function sharing<Response extends WithBody>(response: Response, body: CompactBody): Response {
  // A property of the object itself, because a copy of it must have the text.
  const compact = Object.defineProperty({ ...response }, 'body', { enumerable: true, get: () => body.text });
  bodies.set(compact, body);
  return compact;
}

/** The bodies that are in memory as texts, the one that was read last at the end, with their lengths. */
const inMemory = new Map<WeakRef<CompactBody>, number>();
let characters = 0;

class CompactBody {
  /** Characters of the text. */
  readonly length: number;
  readonly #self = new WeakRef(this);
  #text: string | undefined;
  #parsed: { readonly value: unknown } | undefined;
  #compressed?: Uint8Array;

  constructor(text: string) {
    this.length = text.length;
    this.#keep(text);
  }

  get text(): string {
    const text = this.#text ?? inflateRawSync(this.#compressed ?? '').toString();
    this.#keep(text);
    return text;
  }

  /** What `parse` returns, which is kept as long as the text. */
  parsed<T>(parse: (text: string) => T): T {
    const { text } = this;
    this.#parsed ??= { value: parse(text) };
    return this.#parsed.value as T;
  }

  /** Keeps only the compressed text. */
  compress(): void {
    this.#compressed ??= deflateRawSync(this.#text ?? '', { level: 1 });
    this.#text = undefined;
    this.#parsed = undefined;
  }

  #keep(text: string): void {
    this.#text = text;
    if (!inMemory.delete(this.#self)) characters += this.length;
    inMemory.set(this.#self, this.length);
    for (const [oldest, length] of inMemory) {
      if (characters <= mostCharacters || oldest === this.#self) break;
      inMemory.delete(oldest);
      characters -= length;
      // One that nothing uses any more need not be compressed.
      oldest.deref()?.compress();
    }
  }
}
