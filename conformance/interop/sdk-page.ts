import { calls, type Limit } from './sdk-folder.js';
import type { SdkResult } from './sdk-run.js';

/** The page about the SDKs, in Markdown. */
export function sdkPage(results: readonly SdkResult[]): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const table = (heading: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
    [row(heading), row(heading.map(() => '---')), ...rows.map(row)].join('\n');
  const made = results.map(({ program, results = [], requests = 0 }) => [
    program.sdk,
    program.packages.map((name) => `\`${name}\``).join(', '),
    results.length,
    results.filter(({ problem }) => problem === undefined).length,
    requests,
  ]);
  const byCall = calls.map((call) => [
    call,
    ...results.map((one) =>
      one.results?.some((it) => it.call === call && it.problem === undefined) ? 'passed' : 'fails',
    ),
  ]);
  const limits = results
    .filter(({ program }) => program.limits.length > 0)
    .map(({ program }) => [`**${program.sdk}**`, '', ...program.limits.map(limitLine), ''].join('\n'));
  return [
    "# Microsoft's SDKs and the reference\n",
    'Written by `npm run interop -- sdks`. Do not edit.\n',
    'Each program gets its tokens from `security-actions serve --tls --oauth`, with the code of the permission page for',
    'applications where it has code for the language, and calls the same server. Only the authority, without instance',
    'discovery, and the base URL differ.\n',
    table(['SDK', 'packages', 'calls', 'passed', 'requests'], made),
    '\n## Calls\n',
    table(['call', ...results.map(({ program }) => program.sdk)], byCall),
    '\n## Known not to work\n',
    ...limits,
    'The permission page has code for C# and PowerShell too. There is no program for them here.\n',
  ].join('\n');
}

function limitLine({ call, because, issue }: Limit): string {
  return `- ${call === undefined ? '' : `${call}: `}${because}${issue === undefined ? '' : ` ([issue](${issue}))`}`;
}
