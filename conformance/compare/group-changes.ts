import type { TraitChange } from './behaviour-changes.js';

/** The same change of behaviour at one or more places. */
export interface BehaviourChange {
  readonly aspect: 'target' | 'status' | 'header' | 'body' | 'list' | 'lifecycle';
  /** A noun, such as `the response to create` or ``the header field `etag` ``. */
  readonly what: string;
  /** What the first run shows and the second does not, and the other way around; one of them may be empty. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The places: responses such as `create 201`, or requests with their case and input. */
  readonly where: readonly string[];
  /** The cases that sent the requests, if they were compared one by one. */
  readonly requirements: readonly string[];
}

/** Groups changes that are the same at several places; those at the most places come first. */
export function groupChanges(changes: readonly TraitChange[]): readonly BehaviourChange[] {
  const groups = new Map<string, BehaviourChange>();
  for (const change of changes) {
    const { before, after } = change;
    const { aspect, what, where, requirement } = described(change);
    const key = JSON.stringify([aspect, what, before, after]);
    const group = groups.get(key) ?? { aspect, what, before, after, where: [], requirements: [] };
    groups.set(key, {
      ...group,
      where: [...new Set([...group.where, where])],
      requirements: [...new Set([...group.requirements, ...requirement])],
    });
  }
  return [...groups.values()].sort((a, b) => b.where.length - a.where.length);
}

type Described = Pick<BehaviourChange, 'aspect' | 'what'> & {
  readonly where: string;
  readonly requirement: readonly string[];
};

function described({ place: { aspect, of, at }, name }: TraitChange): Described {
  const none = { requirement: [] };
  if (aspect === 'status') {
    const [id = '', input = ''] = at.split('\t');
    const [, kind = ''] = name.split('\t');
    // Many inputs have the name of their defect.
    const isNamed = input === '' || kind.endsWith(`defect: ${input}`);
    const where = [id, ...(isNamed ? [] : [input]), ...(kind === '' ? [] : [kind])].join(', ');
    return { aspect: 'status', what: `the response to ${of}`, where, requirement: [id] };
  }
  if (aspect === 'header') return { aspect, what: `the header field \`${name}\``, where: of, ...none };
  if (aspect === 'list') return { aspect, what: `the ${name} of a list`, where: of, ...none };
  if (aspect === 'fraction') return { aspect: 'body', what: `the fraction of a second in ${at}`, where: of, ...none };
  if (aspect === 'lifecycle') return { aspect, what: `${of}: ${name}`, where: 'the next read', ...none };
  if (at === '') return { aspect, what: 'the body', where: of, ...none };
  return {
    aspect,
    what: name === '*' ? 'an element of an array' : `the member \`${name}\``,
    where: `${of}: ${at}${name}`,
    ...none,
  };
}
