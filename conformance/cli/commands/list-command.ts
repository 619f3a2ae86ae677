import { areas, levels, operations, type Requirement, requirements } from '../../../generated/requirements.js';
import { type CheckFile, checkFiles } from '../../checks/registry.js';
import { ConfigurationError } from '../../engine/errors.js';
import { exitCodes } from '../../engine/run/verdict.js';
import { suggestion } from '../../engine/suggestion.js';
import { paint } from '../../report/format/paint.js';
import { plural, wrap } from '../../report/format/text.js';
import { sourceLine } from '../../report/source-line.js';
import type { Io } from '../io.js';
import type { ListOptions } from './list.js';

const all = Object.values(requirements);

/** Prints the requirements that the options select. Returns 66 when there are none. */
export async function listCommand(options: ListOptions, { stdout, env }: Io): Promise<number> {
  const files = await checkFiles();
  const wantedLevels = values('--level', options.level, levels);
  const wantedAreas = values('--area', options.area, areas);
  const wantedOperations = values('--operation', options.operation, operations);
  const selected = all.filter(
    ({ level, area, operations: about, untested }) =>
      wantedLevels.includes(level) &&
      wantedAreas.includes(area) &&
      (options.operation === undefined || about.some((one) => wantedOperations.includes(one))) &&
      (!options.untested || untested !== undefined),
  );
  const style = paint(stdout.isTTY && !env.NO_COLOR);
  const text = options.json
    ? JSON.stringify(selected, undefined, 2)
    : [
        ...selected.flatMap((one) => lines(one, files, style, stdout.columns)),
        plural(selected.length, 'requirement'),
      ].join('\n');
  stdout.write(`${text}\n`);
  return selected.length === 0 ? exitCodes.nothingSelected : exitCodes.conformant;
}

const indent = 22;

function lines(
  { id, level, says, source, untested }: Requirement,
  files: readonly CheckFile[],
  { bold, dim }: ReturnType<typeof paint>,
  columns: number,
) {
  const beside = (text: string) => wrap(text, Math.max(30, Math.min(columns, 120) - indent));
  const [first, ...more] = beside(says);
  const checkedBy =
    untested === undefined
      ? files.flatMap((check) => (check.id === id ? `${check.kind} conformance/checks/${check.file}` : [])).join(', ')
      : `untested: ${untested}`;
  return [
    `${bold(id.padEnd(14))}${level.padEnd(indent - 14)}${first ?? ''}`,
    ...[...more, ...source.flatMap((one) => beside(sourceLine(one))).map(dim), ...beside(checkedBy).map(dim)].map(
      (line) => `${' '.repeat(indent)}${line}`,
    ),
  ];
}

/** The given names in the spelling of `names`; all of `names` when none is given. */
function values<Name extends string>(
  option: string,
  given: readonly string[] | undefined,
  names: readonly Name[],
): readonly Name[] {
  return (given ?? names).map((text) => {
    const found = names.find((name) => name.toLowerCase() === text.toLowerCase());
    if (found) return found;
    throw new ConfigurationError(
      `${option}: there is no "${text}": ${suggestion(text.toUpperCase(), names)}expected one of ${names.join(', ')}`,
    );
  });
}
