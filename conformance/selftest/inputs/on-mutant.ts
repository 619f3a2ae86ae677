import pLimit from 'p-limit';
import { allChecks } from '../../checks/registry.js';
import type { Case, Rule } from '../../engine/check.js';
import { RuleBook } from '../../engine/judge/rule-book.js';
import type { Job } from '../../engine/run/jobs.js';
import { Session } from '../../engine/run/session/session.js';
import type { Mutant } from '../mutant.js';
import { type Server, serverWith } from '../server/server.js';
import { shownBy } from './choice.js';
import { addressOf, type InputAddress, type MeasuredInputs, type ReferenceInputs } from './measured.js';
import { onReference, playEach } from './on-reference.js';

/** How many inputs of a case are played at a time. */
const concurrency = 4;

/**
 * The inputs by which the requirement of a mutant fails: for a case all of its inputs that do, for a rule those among the inputs that
 * show what it judges, or else the first that does.
 */
export async function killingInputs(mutant: Mutant, seed: number): Promise<readonly InputAddress[]> {
  const check = (await allChecks()).find(({ id }) => id === mutant.requirement);
  if (!check) throw new Error(`measuring the inputs of ${mutant.requirement}: there is no check of it`);
  const server = await serverWith([mutant.difference()], { seed });
  const reference = await onReference();
  const killing = await (check.kind === 'case' ? ownInputs(check, server) : otherInputs(check, server, reference));
  return killing.flatMap((job) => addressIn(reference, job) ?? []);
}

async function ownInputs(check: Case, { target, options }: Server): Promise<readonly Job[]> {
  const session = new Session(await allChecks(), target, options);
  try {
    await session.probe();
    if (session.notApplicable(check.id)) return [];
    const played = await pLimit(concurrency).map(session.jobs(check), async (job) =>
      (await session.play(job)).outcome === 'failed' ? [job] : [],
    );
    return played.flat();
  } finally {
    await session.close();
  }
}

async function otherInputs(rule: Rule, server: Server, { inputs, kinds }: ReferenceInputs): Promise<readonly Job[]> {
  const chosen = shownBy(rule.id, { inputs, kinds, kills: {} });
  const isChosen = (job: Job) => chosen.includes(addressIn({ inputs }, job) ?? '');
  const found: Job[] = [];
  let left = chosen.length;
  await playEach(
    server,
    (job, exchanges) => {
      const book = new RuleBook([rule]);
      book.read(exchanges, '');
      if (book.record(rule).violations > 0) found.push(job);
      return --left > 0 || found.length === 0;
    },
    (jobs) => [...jobs.filter(isChosen), ...jobs.filter((job) => !isChosen(job))],
  );
  return found;
}

function addressIn(measured: Pick<MeasuredInputs, 'inputs'>, { check, input }: Job): InputAddress | undefined {
  return addressOf(measured, check.id, check.named(input as never));
}
