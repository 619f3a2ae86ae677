import { relative } from 'node:path/posix';
import { banner, type Contract, type Output, type RequirementRow } from './contract.js';

const path = 'generated/requirements.md';

/** generated/requirements.md: the catalogue to read. */
export async function requirementsPage(contract: Contract): Promise<Output> {
  const rows = contract.requirements;
  const areas = [...new Set(rows.map(({ area }) => area))];
  const text = `<!-- ${banner} -->

# Requirements

Every testable statement of the contract. An id is permanent: it is never renumbered and never given to another statement.

| level | means |
|---|---|
| MUST | a target that violates it does not conform |
| SHOULD | a violation is reported as a warning |
| MAY | observed and reported, never a failure |

| basis | the statement rests on |
|---|---|
| page | a documentation page of the API |
| platform | a document of the platform the API is part of: Microsoft Graph, OData, HTTP |
| contract | a reading of this contract, where the pages contradict each other or are silent |

A requirement with *needs* holds for targets and runs that have them:

| need | kind | means | found |
|---|---|---|---|
${contract.features.map(({ id, kind, says, found }) => row(`\`${id}\``, kind, says, found)).join('\n')}

## Counts

${counts(rows, areas)}

${areas.map((area) => areaSection(area, contract)).join('\n\n')}
`;
  return { path, text };
}

const levels = ['MUST', 'SHOULD', 'MAY'];

function counts(rows: readonly RequirementRow[], areas: readonly string[]): string {
  const line = (name: string, of: readonly RequirementRow[]) => {
    const perLevel = levels.map((level) => of.filter((row) => row.level === level).length);
    return row(name, ...perLevel, of.length, of.filter(({ untested }) => untested !== undefined).length);
  };
  return [
    row('area', ...levels, 'all', 'of these untested'),
    '|---|--:|--:|--:|--:|--:|',
    ...areas.map((area) =>
      line(
        `[${area}](#${area.toLowerCase()})`,
        rows.filter((row) => row.area === area),
      ),
    ),
    line('all', rows),
  ].join('\n');
}

function areaSection(area: string, contract: Contract): string {
  const rows = contract.requirements.filter((row) => row.area === area);
  return [
    `## ${area}`,
    '',
    row('id', 'level', 'needs', 'basis', 'statement', 'source'),
    '|---|---|---|---|---|---|',
    ...rows.map((of) =>
      row(
        `<a id="${of.id.toLowerCase()}"></a>${of.id}`,
        of.level,
        of.needs.map((need) => `\`${need}\``).join(' '),
        of.basis,
        of.untested === undefined ? of.says : `${of.says} Not tested: ${of.untested}`,
        of.source.map((text) => sourceCell(text, contract)).join('<br>'),
      ),
    ),
  ].join('\n');
}

function sourceCell(text: string, { readings }: Contract): string {
  const file = text.startsWith('reading: ') ? readings.get(text.slice('reading: '.length)) : undefined;
  return file === undefined ? text : `[${text}](${link(file)})`;
}

const link = (file: string) => relative('generated', file);

/** A line of a Markdown table; what would end a cell or a line is kept inside. */
function row(...cells: readonly (string | number)[]): string {
  return `| ${cells
    .map((cell) =>
      String(cell)
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|'),
    )
    .join(' | ')} |`;
}
