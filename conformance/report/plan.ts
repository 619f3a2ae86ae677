import type { RunRecord } from './record.js';
import type { ReportSettings } from './settings.js';
import { inline, plural, printable, wrap } from './text.js';

/** What the run is about to do: the target, its class and features, who asks, and how much. */
export function planLines({ started, probed, planned }: RunRecord, settings: ReportSettings): readonly string[] {
  const { paint } = settings;
  if (!started) return [];
  const title = started.target === started.url ? started.url : `${started.target} (${started.url})`;
  return [
    paint.bold(`Conformance of ${inline(title)}`),
    ...(probed ? probedLines(probed, settings) : []),
    ...(planned
      ? [
          `plan      ${plural(planned.cases, 'case')} in ${plural(planned.inputs, 'input')}, ${plural(planned.rules, 'rule')}${sequences(planned)}; ${planned.notApplicable} not applicable; seed ${started.seed}`,
        ]
      : []),
  ];
}

function sequences({ sequences: count }: NonNullable<RunRecord['planned']>): string {
  return count > 0 ? `, ${plural(count, 'sequence')}` : '';
}

function probedLines(
  { class: kind, features, identities, notices }: NonNullable<RunRecord['probed']>,
  settings: ReportSettings,
): readonly string[] {
  const all = Object.entries(features);
  const offered = all.filter(([, finding]) => finding.offered).map(([id]) => id);
  const lacking = all.filter(([, finding]) => !finding.offered);
  const missing = settings.identities.filter((identity) => !identities.includes(identity));
  const classes = { stateless: 'stateless mock: answers from examples and keeps nothing', stateful: 'stateful' };
  return [
    ...labelled('class', classes[kind], settings),
    ...labelled('offers', offered.join(', ') || 'none of the optional features', settings),
    ...(lacking.length === 0 ? [] : labelled('lacks', lacking.map(([id]) => id).join(', '), settings)),
    ...(settings.verbose ? all.flatMap(([id, { how }]) => labelled('', `${id}: ${printable(how)}`, settings)) : []),
    ...labelled('tokens', identities.join(', ') || 'none', settings),
    ...(missing.length === 0 ? [] : labelled('no token', missing.join(', '), settings)),
    ...notices.flatMap((notice) => labelled('notice', printable(notice), settings)),
  ];
}

function labelled(label: string, text: string, { width }: ReportSettings): readonly string[] {
  return wrap(text, Math.max(20, width - 10)).map((line, index) => `${(index === 0 ? label : '').padEnd(10)}${line}`);
}
