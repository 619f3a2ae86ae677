import { effortText } from './effort.js';
import { inline, plural, printable } from './format/text.js';
import type { RunRecord } from './record.js';

interface Counted {
  readonly requests: number;
  readonly methods: Readonly<Record<string, number>>;
}

/** What a dry run found out, as `conformance/dry-run` has it. */
export interface DryRunReport extends Counted {
  readonly sent: number;
  readonly notices: readonly string[];
  readonly identities: readonly string[];
  readonly writes: boolean;
  readonly planned?: NonNullable<RunRecord['planned']>;
  readonly shard?: NonNullable<RunRecord['started']>['shard'] | undefined;
  readonly parts: readonly (Counted & { readonly name: string; readonly inputs?: number })[];
}

/** Methods with a column of their own, the most frequent first. */
const columns = ['GET', 'POST', 'PATCH'];

const where =
  'counted by running the same checks with the same options against the embedded reference in this process; a target with other features, or one that throttles or is slow, gets more or fewer requests';

/** The plan for a person: the requests of each part by method. */
export function dryRunText(target: string, run: DryRunReport, seed: number, isBrief: boolean): string {
  const { planned, parts, sent, writes, shard } = run;
  const total = `${inline(target)}: would send ${plural(run.requests, 'request')} (${methodsText(run.methods)})`;
  const known = sent === 0 ? 'nothing was sent' : `${plural(sent, 'read')} sent to the target, and no write`;
  if (isBrief) return `${total}; ${known}\n`;
  const head = ['', 'inputs', ...columns, 'other', 'requests'];
  const rows = [...parts].map((part) => rowOf(part.name, part.inputs, part));
  const table = [head, ...rows, rowOf('all', planned?.inputs, run)];
  const width = Math.max(...table.map(([name = '']) => name.length));
  const line = ([name = '', ...cells]: readonly string[]) =>
    `${name.padEnd(width)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  return [
    total,
    `  ${known}`,
    `  ${where}`,
    ...(writes ? [] : ['  only GET requests, because the safety policy allows no writes to this target']),
    ...(shard ? [`  part ${shard.part} of ${shard.of}`] : []),
    `  seed ${seed}${planned ? `, effort ${effortText(planned)}` : ''}`,
    ...run.notices.map((notice) => `  notice: ${printable(notice)}`),
    '',
    ...table.map(line),
    '',
  ].join('\n');
}

/** The plan as JSON text. */
export function dryRunJson(
  target: { readonly name: string; readonly url: string },
  run: DryRunReport,
  seed: number,
): string {
  const { planned, shard, sent, writes, identities, notices, requests, methods, parts } = run;
  const cases = parts.filter(({ inputs }) => inputs !== undefined).map(({ name, ...part }) => ({ id: name, ...part }));
  const others = parts.filter(({ inputs }) => inputs === undefined);
  const { type: _, ...plan } = planned ?? { type: 'planned' };
  return `${JSON.stringify(
    {
      planVersion: 1,
      target,
      seed,
      shard,
      sent,
      writes,
      identities,
      notices,
      counted: where,
      plan,
      requests,
      methods,
      cases,
      others,
    },
    undefined,
    2,
  )}\n`;
}

function rowOf(name: string, inputs: number | undefined, { requests, methods }: Counted): readonly string[] {
  const own = columns.map((method) => methods[method] ?? 0);
  const other = requests - own.reduce((sum, count) => sum + count, 0);
  return [name, inputs === undefined ? '' : String(inputs), ...[...own, other, requests].map(String)];
}

function methodsText(methods: Counted['methods']): string {
  const sorted = Object.entries(methods).sort(([, a], [, b]) => b - a);
  return sorted.map(([method, count]) => `${count} ${method}`).join(', ');
}
