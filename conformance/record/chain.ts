import { createHash, hash } from 'node:crypto';

/** What the chain of the first line continues. */
export const chainStart = '';

const linkPattern = /,"chain":"([0-9a-f]{32})"\}$/;

/** The text of a line with the digest of everything before it and of itself as its last member, and that digest. */
export function chained(json: string, before: string): { readonly text: string; readonly chain: string } {
  const chain = digestOf(json, before);
  return { text: `${json.slice(0, -1)}${endWith(chain)}`, chain };
}

/** The end of a line with its digest, and that digest. @param bytes the line without its last brace, in UTF-8 */
export function chainedEnd(bytes: Uint8Array, before: string): { readonly end: string; readonly chain: string } {
  const chain = createHash('sha256').update(`${before}\n`).update(bytes).update('}').digest('hex').slice(0, 32);
  return { end: endWith(chain), chain };
}

/** The JSON text of a line without its digest, and the digest; `undefined` for a line that has none. */
export function unchained(text: string): { readonly json: string; readonly chain: string } | undefined {
  const [end, chain] = linkPattern.exec(text.slice(-50)) ?? [];
  return end === undefined || chain === undefined ? undefined : { json: `${text.slice(0, -end.length)}}`, chain };
}

/** Whether a digest continues the chain. */
export function continues(before: string, { json, chain }: { readonly json: string; readonly chain: string }): boolean {
  return digestOf(json, before) === chain;
}

function endWith(chain: string): string {
  return `,"chain":"${chain}"}`;
}

function digestOf(json: string, before: string): string {
  return hash('sha256', `${before}\n${json}`, 'hex').slice(0, 32);
}
