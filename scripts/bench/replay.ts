import pLimit from 'p-limit';
import { Agent, request } from 'undici';
import type { Exchange, Identity } from '../../conformance/engine/evidence/exchange.js';
import { tokenVariable } from '../../conformance/engine/target.js';

/**
 * Sends recorded requests again: the same method, path, header fields and body, in the same order and with the same concurrency. It reads
 * each response completely and only uses the id of a created action, which replaces the recorded id from then on.
 *
 * @returns the wall time in milliseconds.
 */
export async function replay(
  exchanges: readonly Exchange[],
  base: { readonly from: string; readonly to: string },
  tokens: Readonly<Record<Identity, string>>,
  concurrency: number,
): Promise<number> {
  const dispatcher = new Agent({ connections: concurrency, pipelining: 1 });
  const ids = new Map<string, string>();
  const began = performance.now();
  await pLimit(concurrency).map(exchanges, async ({ request: { method, url, headers, body }, response, operation }) => {
    const path = url.slice(base.from.length).replace(/[0-9a-f-]{36}/i, (id) => ids.get(id) ?? id);
    const fields = {
      ...headers,
      ...(headers.authorization && { authorization: withToken(headers.authorization, tokens) }),
    };
    const reply = await request(`${base.to}${path}`, {
      method: method as 'GET',
      headers: fields,
      body: body ?? null,
      dispatcher,
    });
    const text = await reply.body.text();
    if (operation === 'create' && reply.statusCode === 201 && response?.status === 201)
      ids.set(idIn(response.body), idIn(text));
  });
  const ended = performance.now();
  await dispatcher.destroy();
  return ended - began;
}

function withToken(field: string, tokens: Readonly<Record<Identity, string>>): string {
  const identity = (Object.keys(tokens) as Identity[]).find((one) => field === `Bearer $${tokenVariable(one)}`);
  return identity ? `Bearer ${tokens[identity]}` : field;
}

function idIn(body: string): string {
  return String((JSON.parse(body) as { id?: unknown }).id);
}
