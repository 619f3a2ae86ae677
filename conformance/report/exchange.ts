import type { Exchange } from '../engine/evidence/exchange.js';
import { cacheFields, originFields } from '../engine/evidence/explaining-fields.js';
import type { Finding } from '../engine/judge/violation.js';
import { cut, inline, plural, printable } from './format/text.js';

/** Response header fields that matter for the contract; reports leave the others out. */
const relevant = [
  'content-type location retry-after www-authenticate allow etag odata-entityid odata-version preference-applied',
  'request-id client-request-id sl-violations content-encoding',
].flatMap((names) => names.split(' '));

/** How much of an exchange is shown: characters of a body, and all header fields or the relevant ones. */
export interface Detail {
  readonly bodyCharacters: number;
  readonly allHeaders: boolean;
}

/** The request line, its header fields and its body. */
export function requestLines({ request, caller, defect }: Exchange, detail: Detail): readonly string[] {
  const by = defect === undefined ? `as ${caller}` : `as ${caller}; deliberate defect: ${inline(defect)}`;
  const fields = Object.entries(request.headers).map(([name, value]) => `${name}: ${inline(value)}`);
  const body = request.body === undefined ? [] : bodyLines(request.body, detail);
  return [`${inline(request.method)} ${inline(request.url)}  (${by})`, ...fields, ...body];
}

/** The status, the relevant header fields and the body; or why there is no response. */
export function responseLines({ response, failure }: Exchange, detail: Detail, at?: Finding['at']): readonly string[] {
  if (!response) return [`none: ${inline(failure ?? 'the exchange did not finish')}`];
  const explaining = explainingNames(response, at);
  const fields = [...response.headers]
    .filter(
      ([name]) => detail.allHeaders || relevant.includes(name) || explaining.includes(name) || at === `header ${name}`,
    )
    .map(([name, value]) => `${name}: ${inline(cut(value, 1_000))}`);
  const notes = [
    ...(response.notUtf8 ? ['(the body is not valid UTF-8)'] : []),
    ...(response.framing === undefined ? [] : [`(${inline(response.framing)})`]),
    ...(response.cutAt === undefined
      ? []
      : [`(the body is longer than ${plural(response.cutAt, 'byte')}; the kit did not read the rest)`]),
  ];
  return [
    String(response.status),
    ...fields,
    ...(response.body === '' ? ['(no body)'] : bodyLines(response.body, detail)),
    ...notes,
  ];
}

/** The fields that may explain what is wrong: those of caches, of who made an error that is not JSON, and the clock for a wrong time. */
function explainingNames({ status, headers }: NonNullable<Exchange['response']>, at: Finding['at']): readonly string[] {
  const isForeign = status >= 400 && !/json/i.test(headers.get('content-type') ?? '');
  return [...cacheFields, ...(isForeign ? originFields : []), ...(/DateTime$/.test(at ?? '') ? ['date'] : [])];
}

function bodyLines(body: string, { bodyCharacters }: Detail): readonly string[] {
  return printable(cut(body, bodyCharacters).replaceAll('\r\n', '\n').trimEnd()).split('\n');
}
