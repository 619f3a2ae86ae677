import { cut, duration, plural } from '../format/text.js';
import { having } from '../having.js';
import { knownOnes } from '../known.js';
import { partText } from '../part.js';
import { verdictText } from '../terminal/summary.js';
import { command } from './command.js';
import type { Context } from './context.js';
import { html, type Markup, prose } from './markup.js';

/** Requirements in one command. */
const mostRerun = 40;

/** The verdict in one or two words, and its style. */
export function verdictWord({ record, settings }: Context): { readonly word: string; readonly style: string } {
  if (record.fault) return { word: 'No verdict', style: 'failed' };
  if (!record.finished || !settings.isComplete) return { word: 'Incomplete', style: 'failed' };
  return {
    conformant: { word: 'Conformant', style: 'passed' },
    failures: { word: 'Not conformant', style: 'failed' },
    inconclusive: { word: 'Inconclusive', style: 'inconclusive' },
  }[record.finished.verdict];
}

/** The head of the page: what was checked, and with which result. */
export function verdictHeader(context: Context): Markup {
  const { started, probed, finished, fault } = context.record;
  const { word, style } = verdictWord(context);
  const notices = [...(finished?.notices ?? []), ...(probed?.notices ?? [])];
  return html`<header class="verdict ${style}">
<p class="kind">Conformance to the securityAction contract</p>
<h1><span class="word">${word}</span> <code>${started?.target ?? 'no target'}</code></h1>
<p class="lead">${sentence(context)}</p>
${fault && html`<pre class="notice">${cut(fault.message, context.limits.text)}</pre>`}
${notices.map((notice) => html`<p class="notice">${prose(cut(notice, context.limits.text))}</p>`)}
${facts(context)}
${rerunOpen(context)}
</header>`;
}

/** The command that checks what failed or is inconclusive again, unless that is most of the contract. */
function rerunOpen({ record: { results, started }, settings }: Context): Markup | false {
  const open = [...having(results, 'failed'), ...having(results, 'inconclusive')].map(({ id }) => id);
  if (open.length === 0 || open.length > mostRerun) return false;
  return command('rerun', settings.rerun(open, started?.seed ?? 0));
}

function sentence({ record, settings }: Context): string {
  if (!settings.isComplete)
    return 'The record has no end: the run was killed, or the file was cut. It shows no verdict.';
  if (record.fault || !record.finished) return 'The run ended before every requirement was decided.';
  const known = knownOnes(record, true).length;
  const text = verdictText(record).replace(/^[a-z ]+: /, '');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.${known > 0 ? ' A known failure does not count.' : ''}`;
}

/** What was run, and under which conditions; the less important part is folded. */
function facts({ record, settings }: Context): Markup {
  const { started, probed, planned, finished, fault } = record;
  const { kit, digests, node, platform, startedAt } = settings.about;
  const features = Object.entries(probed?.features ?? {});
  const named = (offered: boolean) =>
    features.flatMap(([id, feature]) => (feature.offered === offered ? [id] : [])).join(', ') || 'none';
  const stateless = 'stateless mock: keeps nothing between requests';
  return html`${factList([
    ['URL', started?.url === started?.target ? undefined : started?.url],
    ['Began', startedAt.replace(/\.\d+Z$/, 'Z').replace('T', ' ')],
    ['Run', finished && `${plural(finished.requests, 'request')} in ${duration(finished.durationMs)}`],
    ['Class', probed && (probed.class === 'stateless' ? stateless : probed.class)],
    ['Seed', started?.seed],
    ['Part', partText(record)],
    ['Exit code', finished?.exitCode ?? fault?.exitCode],
  ])}
<details><summary>Features, tokens and versions</summary>${factList([
    ['Supported', probed && named(true)],
    ['Not supported', probed && named(false)],
    ['Tokens', probed && (probed.identities.join(', ') || 'none')],
    [
      'Plan',
      planned &&
        [
          plural(planned.cases, 'case'),
          plural(planned.inputs, 'input'),
          plural(planned.rules, 'rule'),
          plural(planned.sequences, 'sequence'),
        ].join(', '),
    ],
    ['Kit', `${kit.name} ${kit.version}, Node.js ${node} on ${platform}`],
    ['Contract', `SHA-256 ${digests.contract}`],
  ])}</details>`;
}

function factList(all: readonly (readonly [name: string, value: string | number | undefined])[]): Markup {
  return html`<dl class="facts">${all.map(
    ([name, value]) => value !== undefined && html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
