import type { RequirementId } from '../../../generated/requirements.js';
import { allChecks } from '../../checks/registry.js';
import type { Rule } from '../../engine/check.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { observationsOf, type Timeline, timelines } from '../../engine/judge/observation.js';
import { RuleBook } from '../../engine/judge/rule-book.js';
import { leftUnfinished } from '../../engine/run/ending/clean-up.js';
import type { Job } from '../../engine/run/jobs.js';
import { Session } from '../../engine/run/session/session.js';
import { type Server, serverWith } from '../server/server.js';
import type { InputAddress, ReferenceInputs } from './measured.js';

/** How many inputs are kept for each kind: many inputs show the most frequent ones. */
const keptInputs = 4;

let measured: Promise<ReferenceInputs> | undefined;

/** Plays each input of the catalogue on the reference, one after the other. Measured once. */
export function onReference(): Promise<ReferenceInputs> {
  measured ??= measure();
  return measured;
}

async function measure(): Promise<ReferenceInputs> {
  const rules = (await allChecks()).filter((check) => check.kind === 'rule');
  const inputs: Record<string, (readonly [string, number])[]> = {};
  const shown: { readonly rule: string; readonly kind: string; readonly cost: number; readonly input: InputAddress }[] =
    [];
  await playEach(await serverWith([], { seed: 1 }), ({ check, input }, exchanges) => {
    const ofCase = inputs[check.id] ?? [];
    const address = `${check.id}/${ofCase.length}`;
    const unfinished = leftUnfinished(exchanges.map(observationsOf));
    const cost = exchanges.length + [...unfinished].length;
    inputs[check.id] = [...ofCase, [check.named(input as never), cost]];
    for (const [rule, kind] of kindsFor(rules, exchanges)) shown.push({ rule, kind, cost, input: address });
    return true;
  });
  const kinds: Record<string, Record<string, InputAddress[]>> = {};
  for (const { rule, kind, input } of shown.toSorted((a, b) => a.cost - b.cost)) {
    const ofRule = kinds[rule] ?? {};
    kinds[rule] = ofRule;
    const ofKind = ofRule[kind] ?? [];
    if (ofKind.length < keptInputs) ofRule[kind] = [...ofKind, input];
  }
  return { inputs, kinds };
}

/**
 * Plays the inputs that apply to a server one after the other and shares nothing between them, in the order of `sorted`, until `played` returns false. It gets the
 * exchanges of each.
 */
export async function playEach(
  { target, options }: Server,
  played: (job: Job, exchanges: readonly Exchange[]) => boolean | undefined,
  sorted: (jobs: readonly Job[]) => readonly Job[] = (jobs) => jobs,
): Promise<void> {
  let exchanges: Exchange[] = [];
  const observe = (exchange: Exchange) => exchanges.push(exchange);
  const session = new Session(await allChecks(), target, { ...options, observe });
  try {
    await session.probe();
    const cases = session.cases.filter(({ id }) => session.notApplicable(id) === undefined);
    for (const [place, job] of sorted(cases.flatMap((check) => session.jobs(check))).entries()) {
      exchanges = [];
      // Inputs of one draw share what they prepare, so each is a draw of its own.
      await session.play({ ...job, draw: place + 1 });
      if (played(job, exchanges) === false) return;
    }
  } finally {
    await session.close();
  }
}

/** The kinds of what each rule judges among the exchanges of an input. */
function kindsFor(
  rules: readonly Rule[],
  exchanges: readonly Exchange[],
): readonly (readonly [RequirementId, string])[] {
  const judging = (some: readonly Exchange[], asked: readonly Rule[]) => {
    const book = new RuleBook(asked);
    book.read(some, '');
    return asked.filter((rule) => book.record(rule).judged > 0);
  };
  const single = rules.filter(({ over }) => over !== 'timeline');
  const together = rules.filter(({ over }) => over === 'timeline');
  const actions = exchanges.flatMap((one) => observationsOf(one).actions);
  const ways = [...new Set(timelines(exchanges, actions).map(wayOf))];
  const found = new Map<string, readonly [RequirementId, string]>();
  for (const exchange of exchanges)
    for (const { id } of judging([exchange], single)) found.set(`${id} ${kindOf(exchange)}`, [id, kindOf(exchange)]);
  for (const { id } of judging(exchanges, together)) for (const way of ways) found.set(`${id} ${way}`, [id, way]);
  return [...found.values()];
}

/** Operation or method, status of the response, and the status of a shown action, such as `get 200 Completed`. */
function kindOf({ operation, request, response }: Exchange): string {
  return [operation ?? request.method, response?.status, statusIn(response?.body)].filter(Boolean).join(' ');
}

function statusIn(body: string | undefined): string | undefined {
  try {
    const status = member(JSON.parse(body ?? ''), 'status');
    return typeof status === 'string' ? status : undefined;
  } catch {
    return undefined;
  }
}

/** The statuses of an action, each with the operation that showed it first, such as `create NotStarted > update Running`. */
function wayOf({ shown }: Timeline): string {
  const steps = shown.flatMap(({ action, exchange }, index) => {
    const before = shown[index - 1]?.action;
    return isObject(before) && before.status === action.status ? [] : [`${exchange.operation} ${action.status}`];
  });
  return steps.join(' > ');
}
