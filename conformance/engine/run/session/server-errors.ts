import type { Exchange } from '../../evidence/exchange.js';
import { isOwnServerError } from '../../evidence/overload.js';

/**
 * Which requests of an attempt got a server error, by names that those of another attempt share: what a request is, and its place among
 * those that are the same, counted from the first and from the last, because an attempt may wait for something with further reads.
 */
export function serverErrorsIn(exchanges: readonly Exchange[]): readonly string[] {
  if (!exchanges.some(isError)) return [];
  const kinds = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const kind = kindOf(exchange);
    kinds.set(kind, [...(kinds.get(kind) ?? []), exchange]);
  }
  return [...kinds].flatMap(([kind, all]) =>
    all.flatMap((one, index) => (isError(one) ? [`${kind} ${index}`, `${kind} ${index - all.length}`] : [])),
  );
}

function isError({ response }: Exchange): boolean {
  return isOwnServerError(response?.status);
}

/** What a request is, besides the actions and values that each attempt draws. */
function kindOf({ defect, request: { method, url, headers, body } }: Exchange): string {
  const drawn = /[0-9a-f]{4,}|\d+/gi;
  const sent = [headers.authorization, body].map((text) => text?.replace(drawn, '#'));
  return JSON.stringify([method, place(url), defect, ...sent]);
}

function place(url: string): string {
  const { pathname, searchParams } = new URL(url);
  return [pathname.replace(/(\/securityActions\/)[^/]+/i, '$1'), ...searchParams.keys()].join(' ');
}
