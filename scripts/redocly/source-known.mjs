import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const spec = new URL('../../spec/', import.meta.url);

/** @typedef {import('./source-required.mjs').Context} Context */

/**
 * Reports an `x-source` that is not of the form `<key>: <place>` (or a list of such), whose key is not declared in
 * spec/sources.yaml, or whose decision has no record in spec/decisions.
 */
export function sourceKnown() {
  const keys = new Set(declaredKeys());
  const decisions = new Set(recordedDecisions());

  return {
    any: {
      /** @type {(node: unknown, context: Context) => void} */
      enter(node, context) {
        if (typeof node !== 'object' || node === null || !('x-source' in node)) return;
        const value = node['x-source'];
        const sources = Array.isArray(value) ? value : [value];
        const problems =
          sources.length > 0 ? sources.flatMap((source) => problemOf(source, keys, decisions) ?? []) : [empty];
        for (const message of problems) context.report({ message, location: context.location.child('x-source') });
      },
    },
  };
}

const empty = 'Expected x-source to name at least one source, received an empty list.';

/** @type {(source: unknown, keys: Set<string>, decisions: Set<string>) => string | undefined} */
function problemOf(source, keys, decisions) {
  const [, key, place] = (typeof source === 'string' && /^([a-z-]+): (\S.*)$/.exec(source)) || [];
  const seen = JSON.stringify(source);
  if (key === undefined || place === undefined)
    return `Expected a source of the form '<key>: <place>', received ${seen}.`;
  if (!keys.has(key))
    return `Expected a key that spec/sources.yaml declares, received ${seen}. Declare "${key}" there.`;
  if (key === 'decision' && !decisions.has(place))
    return `Expected the number of a record in spec/decisions, received ${seen}. There is no spec/decisions/${place}-*.md.`;
}

/** @returns {string[]} */
function declaredKeys() {
  /** @type {{ key: string }[]} */
  const sources = parse(readFileSync(new URL('sources.yaml', spec), 'utf8'));
  return sources.map(({ key }) => key);
}

/** @returns {string[]} the numbers of the records, as the file names begin with them */
function recordedDecisions() {
  return readdirSync(new URL('decisions/', spec)).flatMap((name) => /^(\d{4})-.+\.md$/.exec(name)?.[1] ?? []);
}
