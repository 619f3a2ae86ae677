import type { RequirementId } from '../../generated/requirements.js';
import type { SeenAction, SeenCollection, SeenExchange, Timeline } from './judge/observation.js';
import { refusalScenario } from './refusal.js';
import type { InvalidFixture } from './world/fixtures/fixtures.js';
import type { World } from './world/world.js';

/** What finds failures of a requirement that neither its case nor its rule shows. */
export type Finder = 'sequences' | 'audit';

/** A case: a scenario that checks one requirement, once for each of its inputs. Built by {@link scenario}. */
export interface Case {
  readonly kind: 'case';
  readonly id: RequirementId;
  readonly foundBy?: readonly Finder[] | undefined;
  readonly inputs: (world: World) => readonly unknown[];
  readonly named: (input: never) => string;
  readonly prepare: (world: World, input: never) => unknown;
  readonly act: (world: World, given: never, input: never) => unknown;
  readonly judge: (seen: never, given: never, input: never) => void;
  readonly listsAll: boolean;
  readonly inTurn: boolean;
  /** The names of the inputs that `--effort smoke` plays; without it, that is the first input. */
  readonly smoke?: readonly string[] | undefined;
  /** The requests that its inputs on the reference take together, with those about what they leave behind; without it, 1. */
  readonly cost?: { readonly requests: number; readonly inputs: number } | undefined;
}

/** A rule: a check of one requirement that holds over every exchange of the run. Built by {@link rule}. */
export interface Rule {
  readonly kind: 'rule';
  readonly id: RequirementId;
  readonly foundBy?: readonly Finder[] | undefined;
  readonly over: keyof Subjects;
  readonly unseen?: string | undefined;
  readonly where: (subject: never) => boolean;
  readonly check: (subject: never) => void;
  /** The names of inputs, by the id of their case, that together show all that the rule judges; without it, all inputs do. */
  readonly shownBy?: ChosenInputs | undefined;
}

/** Names of inputs by the id of their case. */
export type ChosenInputs = Readonly<Partial<Record<RequirementId, readonly string[]>>>;

export type Check = Case | Rule;

/** What a rule can judge. */
export interface Subjects {
  /**
   * Every securityAction in a create, get or update response, or in a list. An action that the same operation shows again with the
   * same text is not judged again, so a rule must not depend on the rest of the exchange.
   */
  securityAction: SeenAction;
  /** Every page of a list. */
  collection: SeenCollection;
  /** Every response with a status of 400 or above. */
  error: SeenExchange;
  /** Every response. */
  exchange: SeenExchange;
  /** One action within one input of a case. */
  timeline: Timeline;
}

interface ScenarioParts<Given, Seen, Input> {
  /** True if it lists all actions of the target, and not only its own. Such cases are played first, because the list grows with each. */
  readonly listsAll?: true;
  /** True if its inputs are played one after the other, because each begins with the action that the one before left; see `actionInTurn`. */
  readonly inTurn?: true;
  /** The inputs: the scenario is played once for each of them. Without this it is played once. */
  readonly each?: readonly Input[] | ((world: World) => readonly Input[]);
  /** The name of an input in reports; its JSON text by default. */
  readonly named?: (input: Input) => string;
  /** Creates what the scenario needs. Whatever it throws makes the input inconclusive. */
  readonly given?: (world: World, input: Input) => Promise<Given> | Given;
  /** Sends the request under test, and reads what is needed to judge it. Whatever it throws makes the input inconclusive. */
  readonly when: (world: World, given: Given, input: Input) => Promise<Seen>;
  /** Judges with expectations only; sends nothing. A violation makes the input fail; any other error is a fault of the kit. */
  readonly then: (seen: Seen, given: Given, input: Input) => void;
}

/** Builds a case. */
export function scenario<Seen, Given = undefined, Input = undefined>(
  id: RequirementId,
  parts: ScenarioParts<Given, Seen, Input>,
): Case {
  const { each, named, given, when, then, listsAll = false, inTurn = false } = parts;
  // The members have other names because `await` takes an object with a `then` for a promise.
  return {
    kind: 'case',
    id,
    inputs: (world) => (typeof each === 'function' ? each(world) : (each ?? [undefined])),
    named: (input: Input) => (input === undefined ? '' : named ? named(input) : JSON.stringify(input)),
    prepare: (world, input: Input) => given?.(world, input),
    act: when,
    judge: then,
    listsAll,
    inTurn,
  };
}

/** Builds a case from the invalid fixtures of a requirement: the valid control is accepted and the edited body is rejected. */
export function refusal(id: RequirementId, fixtures?: (fixture: InvalidFixture) => boolean): Case {
  return scenario(id, refusalScenario(id, fixtures));
}

interface RuleParts<Over extends keyof Subjects> {
  readonly over: Over;
  /** The subjects that the requirement is about; all by default. */
  readonly where?: (subject: Subjects[Over]) => boolean;
  /**
   * Why the requirement is not applicable when there was no subject, for something a conforming target need not do (a 429 response).
   * Without this, a rule without a subject is inconclusive.
   */
  readonly unseen?: string;
  /** Judges one subject, with expectations only. */
  readonly check: (subject: Subjects[Over]) => void;
}

/** Builds a rule. */
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
