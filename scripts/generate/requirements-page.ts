import { relative } from 'node:path/posix';
import { banner, type Contract, type Output, type RequirementEntry } from './contract.js';
import { resolveSource, type Source } from './sources.js';
import { areas, levels } from './vocabulary.js';

const path = 'generated/requirements.md';

/** generated/requirements.md: the catalogue as a page to read. */
export async function requirementsPage(contract: Contract): Promise<Output> {
  const text = `<!-- ${banner} -->

# Requirements

Every testable statement of the contract. Ids are permanent: an id is never renumbered and never given to another statement.

| level | meaning |
|---|---|
| MUST | A target that fails it does not conform. |
| SHOULD | A failure is reported as a warning. |
| MAY | A deviation is reported as a note and never fails the run. |

| basis | what the statement rests on |
|---|---|
| page | A documentation page of the API. |
| platform | A document of the platform that the API belongs to: Microsoft Graph, OData, HTTP. |
| contract | A decision of this contract, where the pages contradict each other or are silent. |

A requirement with *needs* applies only where the target and the run meet all of them:

| need | kind | meaning | how it is detected |
|---|---|---|---|
${contract.features.map(({ id, kind, says, found }) => line(`\`${id}\``, kind, says, found)).join('\n')}

## Counts

${counts(contract.requirements)}

${areas.map((area) => areaSection(area, contract)).join('\n\n')}

## Sources

| key | document |
|---|---|
${contract.sources.map(({ key, title, url }) => line(key, url === undefined ? title : `[${title}](${url})`)).join('\n')}
`;
  return { path, text };
}

function counts(entries: readonly RequirementEntry[]): string {
  const countLine = (name: string, of: readonly RequirementEntry[]) => {
    const perLevel = levels.map((level) => of.filter((entry) => entry.level === level).length);
    return line(name, ...perLevel, of.length, of.filter(({ untested }) => untested !== undefined).length);
  };
  return [
    line('area', ...levels, 'all', 'of these untested'),
    '|---|--:|--:|--:|--:|--:|',
    ...areas.map((area) =>
      countLine(
        `[${area}](#${area.toLowerCase()})`,
        entries.filter((entry) => entry.area === area),
      ),
    ),
    countLine('all', entries),
  ].join('\n');
}

function areaSection(area: string, contract: Contract): string {
  return [
    `## ${area}`,
    '',
    line('id', 'level', 'needs', 'basis', 'statement', 'source'),
    '|---|---|---|---|---|---|',
    ...contract.requirements
      .filter((entry) => entry.area === area)
      .map((entry) =>
        line(
          `<a id="${entry.id.toLowerCase()}"></a>${entry.id}`,
          entry.level,
          entry.needs.map((need) => `\`${need}\``).join(' '),
          entry.basis,
          entry.untested === undefined ? entry.says : `${entry.says} Not tested: ${entry.untested}`,
          entry.source.map((text) => sourceCell(resolveSource(text, contract))).join('<br>'),
        ),
      ),
  ].join('\n');
}

/** A decision links to its record and another source to its document; one that is not public has no link. */
function sourceCell({ key, title, place, url }: Source): string {
  if (key === 'decision') return `[${title}](${relative('generated', place)})`;
  return `${url === undefined ? title : `[${title}](${url})`}: ${place}`;
}

/** A line of a Markdown table. Pipes are escaped and line breaks become spaces, so that each value stays in its cell. */
function line(...cells: readonly (string | number)[]): string {
  return `| ${cells
    .map((cell) =>
      String(cell)
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|'),
    )
    .join(' | ')} |`;
}
