import type { Contract, RequirementRow } from './contract.js';

/**
 * What is wrong with the catalogue, one sentence each, naming the row or file and what would be right.
 * Empty for a catalogue in which every requirement is sound.
 */
export function problemsOf(contract: Contract): string[] {
  const { requirements } = contract;
  return [
    ...requirements.flatMap((row) => rowProblems(row, contract)),
    ...duplicates(requirements.map(({ id }) => id)).map((id) => `${id}: the id is given to more than one requirement`),
  ];
}

const levels = ['MUST', 'SHOULD', 'MAY'];
const bases = ['page', 'platform', 'contract'];
const operations = ['list', 'create', 'get', 'update', 'cancel'];

function rowProblems(row: RequirementRow, contract: Contract): string[] {
  const { id, area, level, says, basis, source, untested } = row;
  const { features } = contract;
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
  return found.map((problem) => `${id}: ${problem}`);
}

/** What is wrong with one source string, `<key>: <place>`. */
function sourceProblems(text: string, { sources, readings }: Contract): string[] {
  const [, key, place] = /^([\w-]+):\s+(\S.*)$/s.exec(text) ?? [];
  if (key === undefined || place === undefined)
    return [`expected a source of the form "<key>: <place>", found "${text}"`];
  if (!sources.some((source) => source.key === key)) return [`source key ${key} is not in spec/sources.yaml`];
  if (key === 'reading' && !readings.has(place)) return [`no file in spec/decisions/ has the number ${place}`];
  return [];
}

function duplicates(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
