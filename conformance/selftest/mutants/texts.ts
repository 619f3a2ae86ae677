import { isObject } from '../../engine/evidence/reply.js';
import type { Json } from '../server/wire.js';

/** What servers do to a text that they should store unchanged. */
export const changed = {
  trimmed: (text: string) => text.trim(),
  withoutTrailingSpace: (text: string) => text.trimEnd(),
  emptyAsNull: (text: string) => (text === '' ? null : text),
  blankAsNull: (text: string) => (text.trim() === '' ? null : text),
  blankAsEmpty: (text: string) => (text.trim() === '' ? '' : text),
  singleAsNull: (text: string) => ([...text].length === 1 ? null : text),
  composed: (text: string) => text.normalize('NFC'),
  decomposed: (text: string) => text.normalize('NFD'),
  compatible: (text: string) => text.normalize('NFKC'),
  upTo255: (text: string) => text.slice(0, 255),
  upTo4096: (text: string) => text.slice(0, 4096),
  htmlEscaped: (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  htmlDecoded: (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#65;', 'A'),
  percentDecoded: (text: string) => text.replace(/%(?=41|20|2F)(..)/g, (one) => decodeURIComponent(one)),
  plusAsSpace: (text: string) => text.replace(/(?<=\w)\+(?=\w)/g, ' '),
  withoutBackslashes: (text: string) => text.replaceAll('\\', ''),
  unescaped: (text: string) => text.replace(/\\u0041/g, 'A').replace(/\\n/g, '\n'),
  withoutInvisible: (text: string) => text.replace(/\u200b|\u200d|\u2060|\u00ad/g, ''),
  digitsAsNumber: (text: string) => (/^\d+$/.test(text) ? Number(text) : text),
  trueAsBoolean: (text: string) => (text === 'true' ? true : text),
  upToNul: (text: string) => text.split('\u0000', 1).join(''),
  singleSpaced: (text: string) => text.replace(/ {2,}/g, ' '),
};

type Change = (text: string) => unknown;

/** The value with its text changed; null and values of other types stay as they are. */
export function changedText(value: unknown, change: Change): unknown {
  return typeof value === 'string' ? change(value) : value;
}

/** The body with this member changed, if it has it. */
export function withChanged(body: Json, name: string, change: (value: unknown) => unknown): Json {
  return Object.hasOwn(body, name) ? { ...body, [name]: change(body[name]) } : body;
}

/** The pairs with this member of each changed. */
export function changedPairs(pairs: unknown, member: 'name' | 'value', change: Change): unknown {
  if (!Array.isArray(pairs)) return pairs;
  return pairs.map((pair: Json) => ({ ...pair, [member]: changedText(pair[member], change) }));
}

/** The vendor with this part changed. */
export function changedPart(vendor: unknown, part: string, change: Change): unknown {
  return isObject(vendor) ? { ...vendor, [part]: changedText(vendor[part], change) } : vendor;
}
