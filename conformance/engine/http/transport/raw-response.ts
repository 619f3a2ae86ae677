import { type HeaderFields, headerFields } from '../../evidence/header-fields.js';

/** Bytes of a response that are kept to look at its framing. */
const keptBytes = 128 * 1024;

/** The first bytes of a response as they arrived, for what an HTTP parser does not show. */
export class RawResponse {
  readonly #parts: Uint8Array[] = [];
  #size = 0;
  #kept = 0;

  /** The number of bytes so far. */
  get size(): number {
    return this.#size;
  }

  add(chunk: Uint8Array): void {
    if (this.#size < keptBytes) {
      this.#parts.push(chunk);
      this.#kept += chunk.length;
    }
    this.#size += chunk.length;
  }

  /** The number of bytes after the header section of the final response; `undefined` where that is too long to tell. */
  get sizeAfterHead(): number | undefined {
    const rest = this.head()?.rest.length;
    return rest === undefined ? undefined : rest + Math.max(0, this.#size - this.#kept);
  }

  /** The status of the final response, its header fields and what follows them, if its header section is complete. */
  head(): { readonly status: number; headers(): HeaderFields; readonly rest: Uint8Array } | undefined {
    const [only, ...others] = this.#parts;
    let bytes =
      only && others.length === 0 ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(this.#parts);
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return undefined;
      const section = bytes.toString('utf8', 0, end);
      const status = Number(/^HTTP\/\d\.\d (\d{3})(?: |\r\n|$)/.exec(section)?.[1]);
      if (Number.isNaN(status)) return undefined;
      bytes = bytes.subarray(end + 4);
      if (status >= 200) return { status, headers: () => fieldsIn(section), rest: bytes };
    }
  }
}

/** The header fields in a header section, which begins with its status line. */
function fieldsIn(section: string): HeaderFields {
  const [, ...lines] = section.split('\r\n');
  const fields = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const] : [];
  });
  return headerFields(fields);
}

/** The content of a body in chunks (RFC 9112, 7.1), as far as it is complete. */
export function dechunked(bytes: Uint8Array): { readonly body: Uint8Array; readonly ended: boolean } {
  const all = Buffer.from(bytes);
  const parts: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const line = all.indexOf('\r\n', at);
    const digits = line < 0 ? undefined : /^[0-9a-f]{1,8}/i.exec(all.toString('latin1', at, line))?.[0];
    const size = Number.parseInt(digits ?? '', 16);
    if (Number.isNaN(size)) return { body: Buffer.concat(parts), ended: false };
    if (size === 0) return { body: Buffer.concat(parts), ended: true };
    parts.push(all.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
