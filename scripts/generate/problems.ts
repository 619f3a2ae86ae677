import type { Contract, RequirementEntry } from './contract.js';
import { sourceProblems } from './sources.js';
import { bases, includes, levels, needKinds, operations } from './vocabulary.js';

/**
 * What is wrong with the catalogue, one sentence each, naming the entry or file and what would be right.
 * Empty for a catalogue without a mistake.
 */
export function problemsOf(contract: Contract): string[] {
  const { requirements, features, decisions } = contract;
  return [
    ...requirements.flatMap((entry) => entryProblems(entry, contract)),
    ...duplicates(requirements.map(({ id }) => id)).map((id) => `${id}: more than one requirement has this id`),
    ...features.flatMap(({ id, kind }) =>
      includes(needKinds, kind)
        ? []
        : [`spec/features.yaml: ${id}: expected a kind of ${needKinds.join(', ')}, received ${kind}`],
    ),
    ...[...decisions].flatMap(([number, { path, title }]) =>
      title === '' ? [`${path}: expected the first line to be "# ${number} <title>"`] : [],
    ),
  ];
}

function entryProblems(entry: RequirementEntry, contract: Contract): string[] {
  const { id, area, level, says, basis, source, untested } = entry;
  const { features } = contract;
  const found: string[] = [];
  if (!new RegExp(`^${area}-\\d+$`).test(id)) found.push(`expected an id of the form ${area}-<number>, as in its file`);
  if (!includes(levels, level)) found.push(`expected a level of ${levels.join(', ')}, received ${level}`);
  if (!includes(bases, basis)) found.push(`expected a basis of ${bases.join(', ')}, received ${basis}`);
  if (!says?.trim()) found.push('the sentence (says) is missing');
  if (source.length === 0) found.push('the source is missing');
  for (const operation of entry.operations) {
    if (!includes(operations, operation))
      found.push(`expected operations of ${operations.join(', ')}, received ${operation}`);
  }
  for (const name of entry.unknown) found.push(`a requirement has no member ${name}`);
  for (const need of entry.needs) {
    if (!features.some((feature) => feature.id === need))
      found.push(`needs ${need}, which is not in spec/features.yaml`);
  }
  found.push(...source.flatMap((text) => sourceProblems(text, contract)));
  if (untested !== undefined && !untested.trim()) found.push('untested gives no reason');
  return found.map((problem) => `${id}: ${problem}`);
}

function duplicates(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
