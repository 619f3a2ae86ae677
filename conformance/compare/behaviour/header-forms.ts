import type { ExchangeLine, RecordedResponse } from '../../record/lines.js';
import type { Sighting } from './sighting.js';
import { constantForm } from './text-form.js';

/** Fields about the connection and the length of a body, which a server may choose for each response. */
const ignored: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'set-cookie',
]);

/** Fields whose digits are a version or a name. */
const exact: ReadonlySet<string> = new Set(['content-type', 'odata-version', 'odata-maxversion', 'content-encoding']);

/** The header fields of a response. */
export function headerSighting(
  of: string,
  { request }: Pick<ExchangeLine, 'request'>,
  { headers }: RecordedResponse,
  base: string,
): Sighting {
  const traits = headers.flatMap(([given, value]): [string, string][] => {
    const name = given.toLowerCase();
    if (ignored.has(name)) return [];
    if (exact.has(name)) return [[name, value]];
    if (name === 'allow')
      return [
        [
          name,
          value
            .split(',')
            .map((one) => one.trim())
            .sort()
            .join(', '),
        ],
      ];
    if (request.headers[name] === value) return [[name, 'the value of the request']];
    return [[name, constantForm(value, base)]];
  });
  return { place: { aspect: 'header', of, at: '' }, traits };
}
