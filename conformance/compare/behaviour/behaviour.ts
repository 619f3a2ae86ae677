import { type Aspect, absent, type Place, type Sighting } from './sighting.js';

/** A header field, member or kind of request: in how many worlds it was seen, and in how many of them with which form. */
export interface Trait {
  worlds: number;
  readonly forms: Map<string, number>;
}

/** A place, and in how many worlds it was seen. */
export interface Seen {
  readonly place: Place;
  worlds: number;
  readonly traits: Map<string, Trait>;
}

/** What a target showed, by the key of the place. */
export type Behaviour = ReadonlyMap<string, Seen>;

/** What the target showed in one world. */
interface InWorld {
  readonly place: Place;
  sightings: number;
  readonly traits: Map<string, { sightings: number; readonly forms: Set<string> }>;
}

/** Aspects in which it matters that something is not there. */
const complete: ReadonlySet<Aspect> = new Set(['header', 'body']);

/**
 * Collects what a target shows, by the part of the run that made it do so: a case, or the sequences. What was seen repeatedly in one world
 * counts once, so that neither repetitions nor polling weigh more. A sighting with a value counts once for each value.
 */
export class BehaviourLog {
  readonly #parts = new Map<string, Map<string, Seen>>();
  #world = new Map<string, InWorld>();
  /** The sightings of this world with values that were not seen before. */
  #valued: Sighting[] = [];
  readonly #values = new Set<string>();

  see(sighting: Sighting): void {
    const { place, traits, value } = sighting;
    const key = keyOf(place);
    if (value !== undefined) {
      const valueKey = `${key}\t${value}`;
      if (this.#values.has(valueKey) || this.#values.size >= most.values) return;
      this.#values.add(valueKey);
      this.#valued.push(sighting);
      return;
    }
    const seen = this.#world.get(key) ?? { place, sightings: 0, traits: new Map() };
    this.#world.set(key, seen);
    seen.sightings += 1;
    for (const [name, form] of traits) {
      const trait = seen.traits.get(name) ?? { sightings: 0, forms: new Set() };
      seen.traits.set(name, trait);
      trait.sightings += 1;
      trait.forms.add(form);
    }
  }

  /** Ends a world, which belongs to this part of the run. */
  endWorld(part: string): void {
    const own = this.#parts.get(part) ?? new Map<string, Seen>();
    this.#parts.set(part, own);
    for (const [key, one] of this.#world) addTo(own, key, once(one));
    for (const { place, traits } of this.#valued) addTo(own, keyOf(place), ofOne(place, traits));
    this.#world = new Map();
    this.#valued = [];
  }

  get parts(): readonly string[] {
    return [...this.#parts.keys()];
  }

  /** What these parts of the run showed. */
  of(parts: readonly string[]): Behaviour {
    const all = new Map<string, Seen>();
    for (const part of parts) for (const [key, seen] of this.#parts.get(part) ?? []) addTo(all, key, seen);
    return all;
  }
}

/** In how many worlds a trait had each form. */
export function formsOf({ place, worlds, traits }: Seen, name: string): ReadonlyMap<string, number> {
  const trait = traits.get(name) ?? { worlds: 0, forms: new Map() };
  const without = worlds - trait.worlds + (trait.forms.get(absent) ?? 0);
  return complete.has(place.aspect) && without > 0 ? new Map([...trait.forms, [absent, without]]) : trait.forms;
}

function once({ place, sightings, traits }: InWorld): Seen {
  const counted = [...traits].map(([name, { sightings: own, forms }]): [string, Trait] => {
    const all = own < sightings && complete.has(place.aspect) ? [...forms, absent] : [...forms];
    return [name, { worlds: 1, forms: new Map(all.map((form) => [form, 1])) }];
  });
  return { place, worlds: 1, traits: new Map(counted) };
}

/** What one value shows. */
function ofOne(place: Place, traits: Sighting['traits']): Seen {
  const counted = traits.map(([name, form]): [string, Trait] => [name, { worlds: 1, forms: new Map([[form, 1]]) }]);
  return { place, worlds: 1, traits: new Map(counted) };
}

function keyOf({ aspect, of, at }: Place): string {
  return `${aspect}\t${of}\t${at}`;
}

/** How much is kept of a target that shows other names in each response: places, traits of a place, forms of a trait, and values in all. */
const most = { places: 50_000, traits: 300, forms: 200, values: 100_000 };

/** Whether the map has the key, or room for it. */
function hasRoom(map: ReadonlyMap<string, unknown>, key: string, count: number): boolean {
  return map.size < count || map.has(key);
}

function addTo(all: Map<string, Seen>, key: string, { place, worlds, traits }: Seen): void {
  if (!hasRoom(all, key, most.places)) return;
  const seen = all.get(key) ?? { place, worlds: 0, traits: new Map() };
  all.set(key, seen);
  seen.worlds += worlds;
  for (const [name, { worlds: more, forms }] of traits) {
    if (!hasRoom(seen.traits, name, most.traits)) continue;
    const trait = seen.traits.get(name) ?? { worlds: 0, forms: new Map() };
    seen.traits.set(name, trait);
    trait.worlds += more;
    for (const [form, count] of forms)
      if (hasRoom(trait.forms, form, most.forms)) trait.forms.set(form, (trait.forms.get(form) ?? 0) + count);
  }
}
