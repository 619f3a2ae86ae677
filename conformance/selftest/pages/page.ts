import type { Requirement } from '../../../generated/requirements.js';
import type { CheckFile } from '../../checks/registry.js';
import { markdownTable } from '../../report/format/markdown-table.js';
import type { MutantResult, VariantResult } from '../run/report.js';
import type { Sample } from '../run/sample.js';
import { best, scoreText } from './null-server-score.js';
import type { SelftestResults } from './results.js';
import { situationHeads, situationRow } from './situation-table.js';

/** The self-test as a Markdown page: what one run measured, in total and for each requirement. */
export function page(
  results: SelftestResults,
  requirements: readonly Requirement[],
  files: readonly CheckFile[],
): string {
  const areas = [...new Set(requirements.map(({ area }) => area))];
  return `${[
    '# Self-test',
    'Written by `npm run selftest -- --write`. Do not edit.',
    `The self-test runs the kit against servers whose defects are known:

- A **mutant** is the reference with exactly one defect. It is *killed* when its requirement fails on it, and *survives* otherwise. Some
  are meant for random *sequences* of requests, others for *races* of concurrent requests.
- A **conforming variant** differs from the reference in a way the contract allows. A requirement that fails on it is a *false alarm*,
  unless it is a SHOULD or a MAY that the variant is declared not to follow.
- A **null server** ignores what is requested. No MUST may pass on it.
- A **situation** is the reference in conditions that real targets meet, such as a gateway, a quota or another form of ids. A run in it
  ends with the expected exit code, fails and leaves open what is expected, and says the cause.

All figures on this page come from one run, recorded in [results.json](results.json). \`npm run selftest -- CREATE-16\` runs the mutants of
one requirement.`,
    '## Results',
    markdownTable(['measured', 'result'], figures(results, files)),
    ...problems(results),
    ...areas.map((area) => areaSection(area, results.mutants, requirements, files)),
    '## Situations',
    markdownTable(situationHeads, results.situations.map(situationRow)),
    '## Conforming variants',
    markdownTable(
      ['variant', 'does not follow', 'false alarms'],
      results.variants.map(({ variants, doesNotFollow, falseAlarms }) => [
        variants.join(' + '),
        doesNotFollow.join(', ') || 'nothing',
        String(falseAlarms.length),
      ]),
    ),
    '## Combinations of variants',
    markdownTable(
      ['variants', 'seed', 'false alarms'],
      results.combinations.map((one) => [one.variants.join('; '), String(one.seed), String(one.falseAlarms.length)]),
    ),
    '## Null servers',
    markdownTable(
      ['response to every request', 'MUST passed', 'SHOULD passed', 'MAY passed'],
      results.nullServers.map(({ name, passed }) => [
        name,
        ...[passed.MUST, passed.SHOULD, passed.MAY].map((ids) => (ids.length === 0 ? '0' : ids.join(', '))),
      ]),
    ),
  ].join('\n\n')}\n`;
}

function figures(results: SelftestResults, files: readonly CheckFile[]): readonly (readonly string[])[] {
  const { mode, samples, seed, durationMs, mutants, variants, combinations, nullServers, situations } = results;
  const killed = (some: readonly MutantResult[]) => `${some.filter((one) => one.killed).length} of ${some.length}`;
  const alsoFailed = sum(mutants, ({ alsoFailed = [] }) => alsoFailed.length);
  const expected = alsoFailed + sum(mutants, ({ alsoSurvived = [] }) => alsoSurvived.length);
  const retried = mutants.filter(({ seeds }) => seeds.length > 1);
  const shown = files.filter(({ id }) => mutants.some((one) => one.requirement === id && one.killed));
  const undeclared = mutants.flatMap((one) => one.undeclared ?? []);
  return [
    [
      'mode',
      samples ? `sample: ${sampleText(samples)}` : 'whole: mutants in full, variants on every input of every case',
    ],
    ['seed', String(seed)],
    ['mutants killed by their requirement', killed(mutants)],
    ['mutants meant for sequences, killed', killed(mutants.filter(({ foundBy }) => foundBy === 'sequences'))],
    ['mutants meant for races, killed', killed(mutants.filter(({ foundBy }) => foundBy === 'races'))],
    ['mutants meant for the audit, killed', killed(mutants.filter(({ foundBy }) => foundBy === 'audit'))],
    ['mutants run from a second seed because they survived the first', String(retried.length)],
    ['failures declared for other requirements that occurred', `${alsoFailed} of ${expected}`],
    ...(mode === 'whole' ? [['undeclared failures', String(undeclared.length)]] : []),
    ['checks that killed a mutant of their requirement', `${shown.length} of ${files.length}`],
    ['conforming variants run', String(variants.length)],
    ['false alarms on variants', String(sum(variants, (one) => one.falseAlarms.length))],
    ['combinations of variants run', String(combinations.length)],
    ['false alarms on combinations', String(sum(combinations, (one) => one.falseAlarms.length))],
    [
      'situations judged as expected',
      `${situations.filter((one) => one.problems.length === 0).length} of ${situations.length}`,
    ],
    ['null servers run', String(nullServers.length)],
    ['requirements that pass on the best null server', scoreText(best(nullServers))],
    ['time', `${(durationMs / 1000).toFixed(1)} s`],
  ];
}

function sampleText({ variant, combination, situation }: NonNullable<SelftestResults['samples']>): string {
  const text = ({ oneCaseOf, inputs, sequences }: Sample) =>
    `${inputs} ${inputs === 1 ? 'input' : 'inputs'} of ${oneCaseOf === 1 ? 'every case' : `one in ${oneCaseOf} cases`} and ${sequences} sequences`;
  return `each mutant until its requirements fail, each variant on ${text(variant)}, each combination on ${text(combination)}, each situation on ${text(situation)} and on every input of the cases that must fail`;
}

/** What is not as it must be, where anything is. */
function problems({ mutants, variants, combinations, situations }: SelftestResults): readonly string[] {
  const alarms = ({ variants: names, falseAlarms }: VariantResult) =>
    falseAlarms.map(({ id, why }) => `- false alarm of ${id} on ${names.join(' + ')}: ${why}`);
  const lines = [
    ...mutants.filter(({ killed }) => !killed).map((one) => `- survived: ${one.requirement}: ${one.defect}`),
    ...mutants.flatMap((one) =>
      (one.alsoSurvived ?? []).map((id) => `- ${id} did not fail on ${one.requirement}: ${one.defect}`),
    ),
    ...[...variants, ...combinations].flatMap(alarms),
    ...situations.flatMap(({ name, problems: own }) => own.map((problem) => `- ${name}: ${problem}`)),
  ];
  return lines.length === 0 ? [] : ['## Problems', lines.join('\n')];
}

function areaSection(
  area: string,
  mutants: readonly MutantResult[],
  requirements: readonly Requirement[],
  files: readonly CheckFile[],
): string {
  const rows = requirements
    .filter((requirement) => requirement.area === area)
    .map(({ id, level, basis, says, untested }) => {
      const check = files.find((one) => one.id === id);
      const own = mutants.filter(({ requirement }) => requirement === id);
      return [
        id,
        level,
        basis,
        says,
        check ? `[${check.kind}](../checks/${check.file})` : `not tested: ${untested}`,
        own.map(mutantText).join('<br>') || 'none',
      ];
    });
  return `## ${area}\n\n${markdownTable(['requirement', 'level', 'basis', 'sentence', 'check', 'mutants'], rows)}`;
}

function mutantText({ killed, defect, foundBy, seeds }: MutantResult): string {
  const how = [foundBy, seeds.length > 1 && `from seed ${seeds.at(-1)}`].filter(Boolean).join(', ');
  return `${killed ? 'killed' : '**survived**'}${how && ` (${how})`}: ${defect}`;
}

function sum<T>(all: readonly T[], count: (one: T) => number): number {
  return all.reduce((total, one) => total + count(one), 0);
}
