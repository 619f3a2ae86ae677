import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { features, type Requirement, requirements, type Source } from '../../../generated/requirements.js';
import { checkFiles } from '../../checks/registry.js';
import { requestSource } from '../../engine/http/request-id.js';
import { packageRoot } from '../../engine/package-root.js';
import { requirementOf } from '../../engine/run/selection.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { basisMeanings } from '../../report/basis.js';
import { paint } from '../../report/format/paint.js';
import { wrap } from '../../report/format/text.js';
import { sourceLine } from '../../report/source-line.js';
import type { Io } from '../io.js';

const levelMeanings = {
  MUST: 'a target that fails it does not conform (exit code 1)',
  SHOULD: 'a target that fails it gets a warning',
  MAY: 'a target that deviates from it gets a note',
};

/** Prints one requirement with its sources, needs, checks and decisions; for a `client-request-id`, that of the case that sent it. */
export async function explainCommand(text: string, { stdout, env }: Io): Promise<number> {
  const sent = requestSource(text);
  const [sender = '', input] = sent?.label.split('/') ?? [];
  if (sent) {
    const what = isRequirement(sender) ? `${sender}, input ${input}` : sender;
    stdout.write(`Request ${sent.number} of run ${sent.run}, sent by: ${what}\n`);
    if (!isRequirement(sender)) return exitCodes.conformant;
    stdout.write('\n');
  }
  const id = sent ? sender : text;
  const requirement = requirementOf(id);
  const { bold, dim } = paint(stdout.isTTY && !env.NO_COLOR);
  const width = Math.max(40, Math.min(stdout.columns, 100));
  const labelled = (label: string, text: string) =>
    wrap(text, width - 12).map((line, index) => `${(index === 0 ? label : '').padEnd(12)}${line}`);
  const { level, says, basis, source, operations, needs, untested } = requirement;
  const checks = (await checkFiles()).filter((check) => check.id === requirement.id);
  const lines = [
    bold(`${requirement.id}  ${level}`),
    ...wrap(says, width),
    '',
    ...labelled('level', `${level}: ${levelMeanings[level]}`),
    ...labelled('basis', basisMeanings[basis]),
    ...source.flatMap((one, index) => labelled(index === 0 ? 'source' : '', sourceLine(one))),
    ...labelled('operations', operations.join(', ') || 'all'),
    ...needs.flatMap((need, index) =>
      labelled(index === 0 ? 'needs' : '', `${features[need].kind} ${need}: ${features[need].says}`),
    ),
    ...checks.flatMap(({ kind, file }) => labelled(kind, `conformance/checks/${file}`)),
    ...(untested === undefined ? [] : labelled('untested', untested)),
    ...labelled('try it', `security-actions conform reference --only ${requirement.id}`),
  ];
  const records = await Promise.all(
    decisionsOf(requirement).map(async (source) =>
      decisionLines(source, await decisionText(source), width, { bold, dim }),
    ),
  );
  stdout.write(`${[...lines, ...records.flat()].join('\n')}\n`);
  return exitCodes.conformant;
}

function isRequirement(name: string): boolean {
  return Object.hasOwn(requirements, name);
}

function decisionsOf({ source }: Requirement): readonly Source[] {
  return source.filter(({ key }) => key === 'decision');
}

/** The section "Decision" of a record. */
async function decisionText({ place }: Source): Promise<string> {
  const record = await readFile(join(packageRoot(), place), 'utf8');
  return (/^## Decision\n+([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(record)?.[1] ?? '').trim();
}

function decisionLines(
  { title, place }: Source,
  text: string,
  width: number,
  { bold, dim }: Pick<ReturnType<typeof paint>, 'bold' | 'dim'>,
) {
  const paragraphs = text.split(/\n{2,}|\n(?=[-*] )/).flatMap((one) => wrap(one, width - 2).map((line) => `  ${line}`));
  return ['', bold(title), dim(place), ...paragraphs];
}
