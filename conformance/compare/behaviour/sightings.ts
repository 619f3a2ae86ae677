import { parsedJson } from '../../engine/evidence/parsed-json.js';
import { isObject, member } from '../../model/observed.js';
import type { ExchangeLine } from '../../record/lines.js';
import { bodySightings } from './body-forms.js';
import { fractionSightings } from './fractions.js';
import { headerSighting } from './header-forms.js';
import { listSighting } from './list-forms.js';
import { operationOf, optionsOf } from './request-kind.js';
import type { Sighting } from './sighting.js';

/** The JSON value of a response that the kit could read; `undefined` without one. */
export function jsonOf({ response }: ExchangeLine): unknown {
  return response && isReadable(response) ? parsedJson(response.body) : undefined;
}

/**
 * What a response shows by itself: its header fields, the shape of its body, and the cut and order of a page. The actions of a list count
 * only if they are in `own`, the ids that the case created, because the others depend on what was done before.
 */
export function responseSightings(
  line: ExchangeLine,
  json: unknown,
  base: string,
  own: ReadonlySet<unknown> = new Set(),
): readonly Sighting[] {
  const { response, operation } = line;
  if (!response) return [];
  const name = operationOf(line, base);
  const of = `${name} ${response.status}${shapingOptions(line)}`;
  const shown = operation === 'list' ? withOwn(json, own) : json;
  return [
    headerSighting(of, line, response, base),
    ...(isReadable(response) ? bodySightings(of, response.body, shown, base) : []),
    ...fractionSightings(name, response.headers, shown),
    ...(operation === 'list' && response.status === 200 && isObject(json) ? [listSighting(line, json)] : []),
  ];
}

/** A page without the actions that others created; what has no id may be an own action. */
function withOwn(json: unknown, own: ReadonlySet<unknown>): unknown {
  if (!isObject(json) || !Array.isArray(json.value)) return json;
  const isOther = (id: unknown) => typeof id === 'string' && !own.has(id);
  return { ...json, value: json.value.filter((element) => !isOther(member(element, 'id'))) };
}

/** The options that decide which members a response has. */
function shapingOptions({ request }: ExchangeLine): string {
  const options = optionsOf(request).map((name) => name.replace('$', ''));
  const shaping = ['select', 'count'].filter((name) => options.includes(name)).map((name) => `$${name}`);
  const all = [...shaping, ...(request.headers.prefer === undefined ? [] : ['Prefer'])];
  return all.length === 0 ? '' : ` with ${all.join(', ')}`;
}

function isReadable({ unreadable, notDecoded, cutAt }: NonNullable<ExchangeLine['response']>): boolean {
  return unreadable === undefined && notDecoded === undefined && cutAt === undefined;
}
