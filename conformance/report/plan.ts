import { effortText } from './effort.js';
import { inline, plural, printable, wrap } from './format/text.js';
import { partText } from './part.js';
import type { RunRecord } from './record.js';
import type { ReportSettings } from './settings.js';

const labelWidth = 16;
const classes = { stateless: 'stateless mock: responds from examples and keeps nothing', stateful: 'stateful' };

/** What the run is about to do: the target, its class and features, the identities, and the number of checks. */
export function planLines({ started, probed, planned }: RunRecord, settings: ReportSettings): readonly string[] {
  if (!started) return [];
  const part = partText({ started });
  const title = started.target === started.url ? started.url : `${started.target} (${started.url})`;
  return [
    settings.paint.bold(`Conformance of ${inline(title)}`),
    ...(probed ? probedLines(probed, settings) : []),
    ...(part === undefined ? [] : labelled('part', part, settings)),
    ...(planned ? labelled('plan', planText(planned), settings) : []),
    ...(planned ? labelled('effort', effortText(planned), settings) : []),
    ...labelled('seed', String(started.seed), settings),
    ...(settings.verbose && started.run !== undefined ? labelled('run', runText(started.run), settings) : []),
  ];
}

/** How requests of the run are recognized in a log. */
function runText(run: string): string {
  return `${run}: every client-request-id begins with ${run.slice(0, 8)}-${run.slice(8)}; \`security-actions explain <id>\` says which case sent one`;
}

function planText({
  cases,
  inputs,
  forRules,
  rules,
  sequences,
  notApplicable,
}: NonNullable<RunRecord['planned']>): string {
  return [
    `${plural(cases, 'case')} with ${plural(inputs, 'input')}${forRules > 0 ? ` (${forRules} of them for the rules only)` : ''}`,
    plural(rules, 'rule'),
    ...(sequences > 0 ? [plural(sequences, 'sequence')] : []),
    `${plural(notApplicable, 'requirement')} not applicable`,
  ].join(', ');
}

function probedLines(
  { class: targetClass, seen, features, identities, notices }: NonNullable<RunRecord['probed']>,
  settings: ReportSettings,
): readonly string[] {
  const all = Object.entries(features);
  const supported = all.filter(([, { offered }]) => offered).map(([id]) => id);
  const unsupported = all.filter(([, { offered }]) => !offered).map(([id]) => id);
  const missing = settings.identities.filter((identity) => !identities.includes(identity));
  return [
    ...labelled(
      'class',
      seen === undefined ? classes[targetClass] : `${classes[targetClass]} (${printable(seen)})`,
      settings,
    ),
    ...labelled('supported', supported.join(', ') || 'no optional feature', settings),
    ...(unsupported.length === 0 ? [] : labelled('not supported', unsupported.join(', '), settings)),
    ...(settings.verbose ? all.flatMap(([id, { how }]) => labelled('', `${id}: ${printable(how)}`, settings)) : []),
    ...labelled('tokens', identities.join(', ') || 'none', settings),
    ...(missing.length === 0 ? [] : labelled('no token for', missing.join(', '), settings)),
    ...notices.flatMap((notice) => labelled('notice', printable(notice), settings)),
  ];
}

function labelled(label: string, text: string, { width }: ReportSettings): readonly string[] {
  return wrap(text, Math.max(20, width - labelWidth)).map(
    (line, index) => `${(index === 0 ? label : '').padEnd(labelWidth)}${line}`,
  );
}
