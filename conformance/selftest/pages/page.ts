import { type Requirement, requirements } from '../../../generated/requirements.js';
import type { CheckFile } from '../../checks/registry.js';
import type { Check } from '../../engine/check.js';
import { unproved } from '../run/checks-without-mutants.js';
import { type Mutant, nameOf } from '../mutant.js';
import type { Variant } from '../variant.js';

/** What the page of the proof is made of. */
export interface MatrixParts {
  readonly checks: readonly Check[];
  readonly files: readonly CheckFile[];
  readonly mutants: readonly Mutant[];
  readonly variants: readonly Variant[];
  readonly nullServers: number;
  /** What the best of them holds. */
  readonly best: string;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

/** The proof as a page: what it is, the scores, and for each requirement the mutants that its check notices. */
export function matrix(parts: MatrixParts): string {
  const { checks, files, mutants, variants, nullServers, best } = parts;
  const missing = unproved(checks, mutants);
  const proved = checks.length - missing.length;
  const areas = [...new Set(Object.values(requirements).map(({ area }) => area))];
  return `${[
    '# The proof',
    'Written by `npm run proof -- --write`. Do not edit.',
    `A check that has never failed proves nothing, and one that fails for the wrong reason is worse than none. So the kit is run against
servers whose faults are known:

- a **mutant** is the reference with one promise broken. The requirement that it requirement has to be violated, and so have its alsoFails:
  the other requirements that rightly notice the same mistake. One that no case comes upon is marked: it shows in *sequences* that
  nobody wrote down, or in *races* of requests that meet;
- a **variant** differs from the reference in a lawful way. Nothing may be violated, but what the variant openly gives up;
- a **null server** ignores what it is asked. No MUST may be held on one.

\`npm test\` fails when a cell of this page is no longer true, and names it. \`npm run proof -- CREATE-16\` proves one requirement.`,
    '## Scores',
    [
      row('what', 'score'),
      row('---', '---'),
      row('checks that have been seen to fail', `${proved} of ${checks.length} (${percent(proved, checks.length)})`),
      row('mutants', String(mutants.length)),
      row('of them found by sequences alone', String(mutants.filter(({ foundBy }) => foundBy === 'sequences').length)),
      row('of them found only when requests meet', String(mutants.filter(({ foundBy }) => foundBy === 'races').length)),
      row('false alarms', `0 on ${variants.length} variants, singly and combined`),
      row('null servers', String(nullServers)),
      row('held by the best null server', best),
    ].join('\n'),
    ...(missing.length > 0 ? [`Not proved yet: ${missing.map(({ id, kind }) => `${id} (${kind})`).join(', ')}.`] : []),
    ...areas.map((area) => areaTable(area, mutants, files)),
    '## Variants',
    [
      row('variant', 'openly gives up'),
      row('---', '---'),
      ...variants.map(({ name, givesUp }) => row(name, givesUp.join(', ') || 'nothing')),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

function areaTable(area: string, mutants: readonly Mutant[], files: readonly CheckFile[]): string {
  const own = Object.values(requirements).filter((requirement) => requirement.area === area);
  const head = [
    row(
      'requirement',
      'level',
      'basis',
      'says',
      'source',
      'check',
      'is violated by these mutants',
      'and as a relative by',
    ),
    row(...Array(8).fill('---')),
  ];
  return `## ${area}\n\n${[...head, ...own.map((requirement) => requirementRow(requirement, mutants, files))].join('\n')}`;
}

function requirementRow(
  { id, level, basis, says, source, untested }: Requirement,
  mutants: readonly Mutant[],
  files: readonly CheckFile[],
): string {
  const noticed = mutants.filter(({ requirement }) => requirement === id);
  const related = mutants.filter(({ alsoFails }) => alsoFails.includes(id));
  const own = files.filter((check) => check.id === id);
  const check = own.map(({ kind, file }) => `[${kind}](../checks/${file})`).join(', ');
  const list = (all: readonly Mutant[], name: (mutant: Mutant) => string) => all.map(name).join('; ');
  return row(
    id,
    level,
    basis,
    says,
    source.join('; '),
    check || `untested: ${untested}`,
    list(noticed, ({ defect, foundBy }) => (foundBy ? `${defect} (${foundBy})` : defect)) ||
      (check ? '**none yet**' : 'nothing, it is untested'),
    list(related, nameOf) || 'none',
  );
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.floor((part / whole) * 100)} %`;
}
