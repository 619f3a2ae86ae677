import { type Behaviour, formsOf, type Seen } from './behaviour/behaviour.js';
import { absent, type Place } from './behaviour/sighting.js';
import type { Behaved } from './run.js';

/** How a trait of the target differs between two runs. */
export interface TraitChange {
  readonly place: Place;
  /** The header field, member or kind of request. */
  readonly name: string;
  /** The forms that occur in the first run only, and in the second run only. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The most likely that a form which one run shows is missing from another run of the same target; a form that is less likely to is a difference. */
const mostChance = 1e-4;

/** Members that depend on the length of the list, which grows from run to run: whether they are there is not compared. */
const withLength: ReadonlySet<string> = new Set(['@odata.nextLink']);

/** Members that depend on the status of an action. */
const withStatus: ReadonlySet<string> = new Set(['status', 'completedDateTime', 'errorInfo']);

/** Members of an entry of `states` that say who made the change: the client, or the target by itself. */
const withAuthor: ReadonlySet<string> = new Set(['appId', 'user']);

/** What differs in these parts of two runs. What only one of the runs did at all is not compared. */
export function traitChanges(a: Behaved, b: Behaved, parts: readonly string[]): readonly TraitChange[] {
  const after: Behaviour = b.log.of(parts);
  const moves = a.movesByItself || b.movesByItself;
  return [...a.log.of(parts)].flatMap(([key, seen]) => {
    const other = after.get(key);
    if (!other || (moves && seen.place.isTimed)) return [];
    const changes = changesAt(seen, other);
    return moves ? changes.filter((change) => !dependsOnMoves(change) && !isConflict(change, seen, other)) : changes;
  });
}

/** Whether the time at which an action moves decides what is seen. */
function dependsOnMoves({ place, name }: TraitChange): boolean {
  return withStatus.has(name) || (/\/states\/\*\//.test(place.at) && withAuthor.has(name));
}

/**
 * Whether a change of an action was rejected because of its status at that time. A deliberate defect does not tell: where the status
 * gives another reason to reject the request, the target may respond with either.
 */
function isConflict({ place, name }: TraitChange, ...seen: readonly Seen[]): boolean {
  if (place.aspect !== 'status' || (place.of !== 'update' && place.of !== 'cancel')) return false;
  return seen.some((one) => [...formsOf(one, name).keys()].some((form) => form.startsWith('409')));
}

function changesAt(a: Seen, b: Seen): readonly TraitChange[] {
  const names = new Set([...a.traits.keys(), ...b.traits.keys()]);
  return [...names].flatMap((name) => {
    const [before, after] = [comparable(a, name), comparable(b, name)];
    if (before.size === 0 || after.size === 0) return [];
    const [first, second] = [
      { forms: before, ...a },
      { forms: after, ...b },
    ];
    const [lost, gained] = [onlyIn(first, second), onlyIn(second, first)];
    return lost.length + gained.length === 0 ? [] : [{ place: a.place, name, before: lost, after: gained }];
  });
}

function comparable(seen: Seen, name: string): ReadonlyMap<string, number> {
  const forms = formsOf(seen, name);
  return withLength.has(name) ? new Map([...forms].filter(([form]) => form !== absent)) : forms;
}

type Forms = Pick<Seen, 'place' | 'worlds'> & { readonly forms: ReadonlyMap<string, number> };

/** The forms that are too frequent in one run to be missing from the other by chance. */
function onlyIn({ place, worlds, forms }: Forms, other: Forms): readonly string[] {
  // What a single world shows is no chance, because it repeats its requests; what a single value shows may be.
  const all = place.aspect === 'fraction' ? worlds + 1 : worlds;
  return [...forms]
    .filter(([form]) => !other.forms.has(form))
    .filter(([, count]) => (1 - count / all) ** other.worlds < mostChance)
    .map(([form]) => form)
    .sort();
}
