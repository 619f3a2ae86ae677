import type { RequirementId } from '../../generated/requirements.js';
import type { ActionAt, SeenAction, SeenCollection, SeenExchange } from './judge/observation.js';
import { refusalScenario } from './refusal.js';
import type { InvalidFixture } from './world/fixtures.js';
import type { World } from './world/world.js';

/** A case: one requirement decided by one thing done, once for each input of its table. Built by {@link scenario}. */
export interface Case {
  readonly kind: 'case';
  readonly id: RequirementId;
  readonly inputs: (world: World) => readonly unknown[];
  readonly named: (input: never) => string;
  readonly prepare: (world: World, input: never) => unknown;
  readonly act: (world: World, given: never, input: never) => unknown;
  readonly judge: (seen: never, given: never, input: never) => void;
}

/** A rule: one requirement that stands over every exchange of the run. Built by {@link rule}. */
export interface Rule {
  readonly kind: 'rule';
  readonly id: RequirementId;
  readonly over: keyof Subjects;
  readonly unseen?: string;
  readonly where: (subject: never) => boolean;
  readonly check: (subject: never) => void;
}

export type Check = Case | Rule;

/** What a rule can stand over. */
export interface Subjects {
  /**
   * Every securityAction that a target shows: in a create, get or update answer, or as an element of a list. One that an operation
   * shows again with the same text is not judged again, so a rule must not depend on the rest of the exchange.
   */
  securityAction: SeenAction;
  /** Every page of a list. */
  collection: SeenCollection;
  /** Every answer with a status of 400 or above. */
  error: SeenExchange;
  /** Every answer. */
  exchange: SeenExchange;
  /** The observations of one action in the order of time, within one case. */
  timeline: readonly ActionAt[];
}

interface ScenarioParts<Given, Seen, Input> {
  /** A table: the scenario is played once for each input. */
  readonly each?: readonly Input[] | ((world: World) => readonly Input[]);
  /** How reports call a input. */
  readonly named?: (input: Input) => string;
  /** Builds the world. What it throws makes the input undecided. */
  readonly given?: (world: World, input: Input) => Promise<Given> | Given;
  /** Does the one thing and reads what is needed to judge it. What it throws makes the input undecided. */
  readonly when: (world: World, given: Given, input: Input) => Promise<Seen>;
  /** Judges, with expectations only: no request is sent here. A violation thrown here is the target's; anything else is the kit's fault. */
  readonly then: (seen: Seen, given: Given, input: Input) => void;
}

/** A case that decides one requirement. */
export function scenario<Seen, Given = undefined, Input = undefined>(
  id: RequirementId,
  parts: ScenarioParts<Given, Seen, Input>,
): Case {
  const { each, named, given, when, then } = parts;
  // The members are renamed: an object with a `then` would be taken for a promise by whoever awaits it.
  return {
    kind: 'case',
    id,
    inputs: (world) => (typeof each === 'function' ? each(world) : (each ?? [undefined])),
    named: (input: Input) => (input === undefined ? '' : named ? named(input) : JSON.stringify(input)),
    prepare: (world, input: Input) => given?.(world, input),
    act: when,
    judge: then,
  };
}

/** A case that plays every invalid fixture which speaks for the requirement: the valid twin is accepted, the edited body is refused. */
export function refusal(id: RequirementId, fixtures?: (fixture: InvalidFixture) => boolean): Case {
  return scenario(id, refusalScenario(id, fixtures));
}

interface RuleParts<Over extends keyof Subjects> {
  readonly over: Over;
  /** Which of these subjects the requirement speaks about; the others are no observation. */
  readonly where?: (subject: Subjects[Over]) => boolean;
  /**
   * For a requirement that speaks only of what may lawfully never happen (a 429, say): why it is not applicable when it was not
   * seen. Without this, a rule that saw nothing is undecided.
   */
  readonly unseen?: string;
  /** Judges one subject, with expectations only. */
  readonly check: (subject: Subjects[Over]) => void;
}

/** A rule over all exchanges of the run. Without one observation it is undecided, or not applicable where it says so with `unseen`. */
export function rule<Over extends keyof Subjects>(id: RequirementId, parts: RuleParts<Over>): Rule {
  return {
    kind: 'rule',
    id,
    over: parts.over,
    unseen: parts.unseen,
    where: parts.where ?? (() => true),
    check: parts.check,
  };
}
