import type { Wrap } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';
import type { When } from '../../server/wire.js';

/** Writes the text of these responses in other bytes. */
export function encoded(when: When, encode: (text: string) => Uint8Array): Wrap {
  return (inner) => async (request) => {
    const operation = operationOf(request);
    const response = await inner(request);
    if (response.body === null || !when({ operation, request, status: response.status })) return response;
    const { status, headers } = response;
    return new Response(new Uint8Array(encode(await response.text())), { status, headers });
  };
}
