import { plural } from '../report/format/text.js';
import { traitChanges } from './behaviour-changes.js';
import { type BehaviourChange, groupChanges } from './group-changes.js';
import type { ComparedRun } from './run.js';
import { type VerdictChange, verdictChanges } from './verdict-changes.js';

/** How two runs differ. */
export interface Difference {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
  /** Requirements with another outcome, the new failures first. */
  readonly verdicts: readonly VerdictChange[];
  /** What the target does otherwise, whatever the outcomes. */
  readonly behaviour: readonly BehaviourChange[];
  /** What was not compared. */
  readonly notices: readonly string[];
}

/** Compares two runs. */
export function differenceOf(a: ComparedRun, b: ComparedRun): Difference {
  const { changes: verdicts, byChance } = verdictChanges(a, b);
  const behaviour = [...targetChanges(a, b), ...groupChanges(sharedTraits(a, b))];
  return { a, b, verdicts, behaviour, notices: [...noticesAbout(a, b), ...chanceNotice(byChance)] };
}

export function differs({ verdicts, behaviour }: Difference): boolean {
  return verdicts.length + behaviour.length > 0;
}

function sharedTraits({ behaved: a }: ComparedRun, { behaved: b }: ComparedRun): ReturnType<typeof traitChanges> {
  if (!a || !b) return [];
  const parts = new Set(b.log.parts);
  return traitChanges(
    a,
    b,
    a.log.parts.filter((part) => parts.has(part)),
  );
}

/** The class of the target and its features. */
function targetChanges(a: ComparedRun, b: ComparedRun): readonly BehaviourChange[] {
  const change = (what: string, before: string, after: string): readonly BehaviourChange[] =>
    before === after
      ? []
      : [{ aspect: 'target', what, before: [before], after: [after], where: ['the probe'], requirements: [] }];
  const supported = (run: ComparedRun, feature: string) =>
    run.features.includes(feature) ? 'supported' : 'not supported';
  return [
    ...change('the class of the target', a.class ?? 'unknown', b.class ?? 'unknown'),
    ...(bothMove(a, b) ? [] : [...new Set([...a.features, ...b.features])]).flatMap((feature) =>
      change(`the feature \`${feature}\``, supported(a, feature), supported(b, feature)),
    ),
  ];
}

/** Then the probe may see a feature in one run and not in the other. */
function bothMove(a: ComparedRun, b: ComparedRun): boolean {
  return a.behaved?.movesByItself === true && b.behaved?.movesByItself === true;
}

function noticesAbout(a: ComparedRun, b: ComparedRun): readonly string[] {
  const reports = [a, b].filter(({ behaved }) => !behaved).map(({ file }) => file);
  const identities = ({ identities: names }: ComparedRun) => [...names].sort().join(', ') || 'none';
  const selection = ({ results }: ComparedRun) =>
    results
      .flatMap(({ id, outcome }) => (outcome === 'not-selected' ? [] : [id]))
      .sort()
      .join();
  return [
    ...(reports.length > 0
      ? [
          `behaviour is not compared, because ${reports.join(' and ')} ${reports.length === 1 ? 'has' : 'have'} no exchanges: record both runs with --record`,
        ]
      : []),
    ...(selection(a) === selection(b)
      ? []
      : ['the runs selected different requirements; only those of both are compared']),
    ...(identities(a) === identities(b)
      ? []
      : [
          `the runs had tokens for different identities: ${identities(a)} in the first, ${identities(b)} in the second`,
        ]),
    ...(a.behaved?.movesByItself || b.behaved?.movesByItself
      ? [
          'actions change their status without a request, so responses to updates and cancels, which depend on the time, are not compared',
        ]
      : []),
  ];
}

function chanceNotice(byChance: readonly VerdictChange[]): readonly string[] {
  if (byChance.length === 0) return [];
  const ids = byChance.map(({ id }) => id).join(', ');
  return [
    `${plural(byChance.length, 'requirement')} had nothing to judge in one of the runs, which may be due to chance: ${ids}`,
  ];
}
