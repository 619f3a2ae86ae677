import { requirements } from '../../../generated/requirements.js';
import type { Finder } from '../../engine/check.js';
import { cover } from './cover.js';
import type { InputAddress, MeasuredInputs } from './measured.js';

/** Where the choice is kept, from the root of the package, which contains it. */
export const chosenPath = 'conformance/checks/chosen-inputs.json';

/** The names of inputs by the id of their case. */
type ChosenInputs = Readonly<Record<string, readonly string[]>>;

/** The inputs that stand for the others. */
export interface Choice {
  /** What `--effort smoke` plays. */
  readonly smoke: ChosenInputs;
  /** What is played to judge one rule. */
  readonly rules: Readonly<Record<string, ChosenInputs>>;
  /** The requests of each case in a whole run, and the number of its inputs. */
  readonly cost: Readonly<Record<string, readonly [requests: number, inputs: number]>>;
  /** What else finds failures of a requirement. */
  readonly foundBy: Readonly<Record<string, readonly Finder[]>>;
}

/**
 * Chooses inputs from a measurement. `smoke` has inputs that cost at most `budget` requests: those that kill most mutants, where a kind
 * of exchange stands for its share of the mutants of a rule that judges it.
 */
export function choose(measured: MeasuredInputs, budget: number): Choice {
  const rules = Object.keys(measured.kinds).concat(Object.keys(measured.kills).filter((id) => !measured.inputs[id]));
  return {
    // A case that the budget leaves out has an empty list; one without a list was not measured.
    smoke: {
      ...inOrder(Object.keys(measured.inputs).map((id) => [id, []])),
      ...byCase(smoke(measured, budget), measured),
    },
    rules: inOrder(
      [...new Set(rules)].flatMap((id) => {
        const inputs = shownBy(id, measured);
        return inputs.length === 0 ? [] : [[id, byCase(inputs, measured)] as const];
      }),
    ),
    cost: inOrder(
      Object.entries(measured.inputs).map(([id, all]) => [id, [measured.wholeRun[id] ?? 0, all.length]] as const),
    ),
    foundBy: measured.foundBy,
  };
}

/** The cheapest inputs that show a rule every kind of exchange, and by which every measured mutant of the rule fails. */
export function shownBy(rule: string, measured: FoundInputs): readonly InputAddress[] {
  return covering(measured, elementsOf(measured, rule));
}

function smoke(measured: MeasuredInputs, budget: number): readonly InputAddress[] {
  const { inputs, kinds, kills } = measured;
  const byCases = Object.keys(inputs).flatMap((id) => elementsOf(measured, id));
  const byRules = Object.entries(kinds).flatMap(([id, ofRule]) => {
    const weight = Object.keys(kills[id] ?? {}).length / Object.keys(ofRule).length;
    return elementsOf(measured, id).map((element) => ({ ...element, weight }));
  });
  return covering(measured, [...byCases, ...byRules], budget);
}

/** What each input finds. */
type FoundInputs = Pick<MeasuredInputs, 'inputs' | 'kinds' | 'kills'>;

/** Something that inputs show or kill; 1 is the weight of a mutant. */
interface Element {
  readonly name: string;
  readonly weight: number;
  readonly inputs: readonly InputAddress[];
}

function elementsOf({ kinds, kills }: FoundInputs, id: string): readonly Element[] {
  return Object.entries({ ...kinds[id], ...kills[id] }).map(([name, inputs]) => ({
    name: `${id}: ${name}`,
    weight: 1,
    inputs,
  }));
}

function covering({ inputs }: FoundInputs, elements: readonly Element[], budget?: number): readonly InputAddress[] {
  const covers = new Map<InputAddress, string[]>();
  for (const { name, inputs: able } of elements)
    for (const input of able) covers.set(input, [...(covers.get(input) ?? []), name]);
  const weights = new Map(elements.map(({ name, weight }) => [name, weight]));
  const candidates = Object.entries(inputs).flatMap(([id, all]) =>
    all.map(([, requests], index) => ({
      key: `${id}/${index}`,
      cost: Math.max(1, requests),
      covers: covers.get(`${id}/${index}`) ?? [],
    })),
  );
  return cover(candidates, (element) => weights.get(element) ?? 0, budget);
}

function byCase(chosen: readonly InputAddress[], { inputs }: MeasuredInputs): ChosenInputs {
  const cases = Object.entries(inputs).map(([id, all]): [string, string[]] => [
    id,
    all.flatMap(([name], index) => (chosen.includes(`${id}/${index}`) ? [name] : [])),
  ]);
  return inOrder(cases.filter(([, names]) => names.length > 0));
}

/** Entries in the order of the catalogue, so that a new measurement changes few lines. */
function inOrder<Value>(entries: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> {
  const place = Object.keys(requirements);
  return Object.fromEntries(entries.toSorted(([a], [b]) => place.indexOf(a) - place.indexOf(b)));
}
