import type { Contract } from './contract.js';

/** A source string such as `docs: securityactions-post, Response`, resolved to what a reader needs to open it. */
export interface Source {
  readonly key: string;
  readonly title: string;
  readonly place: string;
  readonly url?: string;
}

/** The key of a source that is a decision record; its place is the number of the record. */
const decisionKey = 'decision';

/** The parts of `<key>: <place>`, or undefined for a text of another form. */
function parts(text: string): { key: string; place: string } | undefined {
  const [, key, place] = /^([\w-]+):\s+(\S.*)$/s.exec(text) ?? [];
  return key === undefined || place === undefined ? undefined : { key, place };
}

/** What is wrong with one source string; empty for one that `resolveSource` accepts. */
export function sourceProblems(text: string, { sources, decisions }: Contract): string[] {
  const { key, place } = parts(text) ?? {};
  if (key === undefined || place === undefined)
    return [`expected a source of the form "<key>: <place>", received "${text}"`];
  if (!sources.some((source) => source.key === key))
    return [`expected a source key of spec/sources.yaml, received ${key}; declare it there`];
  if (key === decisionKey && !decisions.has(place))
    return [`expected the number of a record in spec/decisions, received ${place}`];
  return [];
}

/** Throws for a text in which `sourceProblems` finds a mistake. */
export function resolveSource(text: string, contract: Contract): Source {
  const [problem] = sourceProblems(text, contract);
  const { key, place } = parts(text) ?? {};
  const source = contract.sources.find((one) => one.key === key);
  if (problem !== undefined || place === undefined || source === undefined)
    throw new Error(`Could not resolve a source: ${problem}`);
  const decision = source.key === decisionKey ? contract.decisions.get(place) : undefined;
  if (decision) return { key: source.key, title: `Decision ${place}, ${decision.title}`, place: decision.path };
  const [document] = Object.keys(source.documents ?? {})
    .filter((start) => place.startsWith(start))
    .sort((a, b) => b.length - a.length);
  const url = document === undefined ? source.url : source.documents?.[document];
  return { key: source.key, title: source.title, place, ...(url !== undefined && { url }) };
}
