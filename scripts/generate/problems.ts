import type { CheckFile, Contract, RequirementRow } from './contract.js';

/**
 * What is wrong with the catalogue, one sentence each, naming the row or file and what would be right.
 * Empty for a catalogue in which every requirement is sound and is decided by a check or says why it is not.
 */
export function problemsOf(contract: Contract): string[] {
  const { requirements, checks } = contract;
  const ids = new Set(requirements.map(({ id }) => id));
  return [
    ...requirements.flatMap((row) => rowProblems(row, contract)),
    ...duplicates(requirements.map(({ id }) => id)).map((id) => `${id}: the id is given to more than one requirement`),
    ...checks.flatMap((check) => checkProblems(check, ids)),
  ];
}

const levels = ['MUST', 'SHOULD', 'MAY'];
const bases = ['page', 'platform', 'contract'];
const operations = ['list', 'create', 'get', 'update', 'cancel'];

function rowProblems(row: RequirementRow, contract: Contract): string[] {
  const { id, area, level, says, basis, source, untested } = row;
  const { features, checks } = contract;
  const decided = checks.filter((check) => check.id === id).map(({ file }) => file);
  const found: string[] = [];
  if (!new RegExp(`^${area}-\\d+$`).test(id)) found.push(`expected an id of the form ${area}-<number>, as in its file`);
  if (!levels.includes(level)) found.push(`expected a level of ${levels.join(', ')}, found ${level}`);
  if (!bases.includes(basis)) found.push(`expected a basis of ${bases.join(', ')}, found ${basis}`);
  if (!says?.trim()) found.push('the sentence (says) is missing');
  if (source.length === 0) found.push('the source is missing');
  for (const operation of row.operations) {
    if (!operations.includes(operation))
      found.push(`expected operations of ${operations.join(', ')}, found ${operation}`);
  }
  for (const name of row.unknown) found.push(`no requirement has a member ${name}`);
  for (const need of row.needs) {
    if (!features.some((feature) => feature.id === need)) found.push(`needs ${need}, which spec/features.yaml lacks`);
  }
  found.push(...source.flatMap((text) => sourceProblems(text, contract)));
  if (untested !== undefined && !untested.trim()) found.push('untested gives no reason');
  if (untested === undefined && decided.length === 0) {
    found.push('no case or rule decides it; write one, or say in `untested` why no black-box run can');
  }
  if (decided.length > 1) found.push(`is decided by more than one file: ${decided.join(', ')}`);
  if (untested !== undefined && decided.length > 0) found.push(`is untested and yet decided by ${decided.join(', ')}`);
  return found.map((problem) => `${id}: ${problem}`);
}

/** What is wrong with one source string, `<key>: <place>`. */
function sourceProblems(text: string, { sources, readings }: Contract): string[] {
  const [, key, place] = /^([\w-]+):\s+(\S.*)$/s.exec(text) ?? [];
  if (key === undefined || place === undefined)
    return [`expected a source of the form "<key>: <place>", found "${text}"`];
  if (!sources.some((source) => source.key === key)) return [`source key ${key} is not in spec/sources.yaml`];
  if (key === 'reading' && !readings.has(place)) return [`no file in spec/readings/ has the number ${place}`];
  return [];
}

function checkProblems({ kind, file, id }: CheckFile, ids: ReadonlySet<string>): string[] {
  if (id === undefined) {
    const maker = kind === 'case' ? 'scenario' : 'rule';
    return [`${file}: expected export default ${maker}('<ID>', …); a helper's name begins with an underscore`];
  }
  return ids.has(id) ? [] : [`${file}: decides ${id}, which spec/requirements/ lacks`];
}

function duplicates(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
