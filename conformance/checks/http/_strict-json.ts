import type { SeenExchange } from '../../engine/judge/observation.js';

/**
 * Whether a response is JSON, and the kit could read it: by its media type or, because other requirements judge that, by the first
 * character of a response that the contract describes as JSON.
 */
export function isJsonResponse({ reply, exchange }: SeenExchange): boolean {
  const { operation, response } = exchange;
  if (response?.unreadable !== undefined) return false;
  const type = reply.headers.get('content-type') ?? '';
  const shows = operation !== undefined && operation !== 'cancel' && reply.status < 300;
  return /^application\/(?:[^;]*\+)?json\s*(?:;|$)/i.test(type) || (shows && /^\s*[{[]/.test(reply.text));
}

/** A string token, without alternation: that would overflow the stack for long strings. */
const stringToken = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`;

/** The first half of a surrogate pair in well-formed JSON, with the text before it; undefined when there is none. */
export function surrogateHalf(json: string): string | undefined {
  // Only an escape can hold one: in UTF-8 it has no bytes.
  if (!json.includes('\\u') || !/\\u[dD][89a-fA-F]/.test(json)) return undefined;
  for (const [token] of json.matchAll(new RegExp(stringToken, 'gs'))) {
    const half = token.includes('\\u') ? /^.*?\p{Surrogate}/su.exec(JSON.parse(token)) : null;
    if (half) return half[0];
  }
  return undefined;
}

const tokens = new RegExp(String.raw`${stringToken}|[{}[\],]`, 'gs');

/** The first member name that occurs twice in one object of well-formed JSON, which is parsed in `value`; undefined when all are unique. */
export function repeatedName(json: string, value: unknown = JSON.parse(json)): string | undefined {
  // Of a repeated name, only one member is in the value.
  if (JSON.stringify(value) === json) return undefined;
  /** The names of each object that is open; undefined for an array. */
  const open: (Set<string> | undefined)[] = [];
  let before = '';
  for (const [token] of json.matchAll(tokens)) {
    const names = open.at(-1);
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (names && token !== ',' && (before === '{' || before === ',')) {
      const name = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
      if (names.has(name)) return name;
      names.add(name);
    }
    before = token;
  }
  return undefined;
}
