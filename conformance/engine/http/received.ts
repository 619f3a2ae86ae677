import { withCompactBody } from '../evidence/compact-body.js';
import type { ReceivedResponse } from '../evidence/exchange.js';
import { headerFields } from '../evidence/header-fields.js';
import { jsonLimits } from '../evidence/json-size.js';
import { mostFields, type WireResponse } from './transport/transport.js';

// Without `ignoreBOM` a decoder removes a byte order mark, and nothing would show that there was one.
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A response with its body as text, and what is wrong with its bytes. A body of more than `limit` bytes was cut. */
export function received(response: WireResponse, limit: number): ReceivedResponse {
  const { status, body: bytes, cut, excess, notDecoded, framing } = response;
  const fields = [...response.headers];
  const isFlood = fields.length > mostFields;
  const headers = isFlood ? headerFields(fields.slice(0, mostFields)) : response.headers;
  const { text, ...encoding } = decoded(bytes, cut);
  const beyond = [
    isFlood && `the response has ${fields.length} header fields, and the kit reads at most ${mostFields}`,
    excess && `the body has more than ${jsonLimits[excess]} ${excess}, the most that the kit reads`,
    cut && `the body is longer than ${limit} bytes, the most that the kit reads; raise the limit with --max-body`,
  ];
  const why = response.unreadable ?? response.unread ?? beyond.find((one) => typeof one === 'string');
  const isPart = excess !== undefined || response.unread !== undefined;
  const about = {
    ...encoding,
    ...(cut && { cutAt: isPart ? bytes.length : limit }),
    ...(why !== undefined && { unreadable: why }),
    ...(notDecoded !== undefined && { notDecoded }),
    ...(framing !== undefined && { framing }),
    ...(response.httpVersion && { httpVersion: response.httpVersion }),
  };
  if (!text.startsWith('\ufeff')) return withCompactBody({ status, headers, body: text, ...about });
  return withCompactBody({ status, headers, body: text.slice(1), byteOrderMark: true, ...about });
}

/** A body that was cut may end within a character. */
function decoded(bytes: Uint8Array, cut: boolean): { text: string; notUtf8?: true } {
  try {
    return { text: cut ? beginningOf(bytes, true) : strictUtf8.decode(bytes) };
  } catch {
    return { text: cut ? beginningOf(bytes, false) : lenientUtf8.decode(bytes), notUtf8: true };
  }
}

function beginningOf(bytes: Uint8Array, fatal: boolean): string {
  return new TextDecoder('utf-8', { fatal, ignoreBOM: true }).decode(bytes, { stream: true });
}
