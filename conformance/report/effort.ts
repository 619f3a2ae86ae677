import { plural } from './format/text.js';
import type { RunRecord } from './record.js';

type Planned = NonNullable<RunRecord['planned']>;

/** What the effort of a run leaves out, and what the deepest one adds. */
export function effortText({ effort, leftOut }: Planned): string {
  const { inputs, of, cases, draws, sequences, races, audit } = leftOut;
  const missing = [
    ...(inputs > 0 ? [`${inputs.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} inputs`] : []),
    ...(cases.length > 0 ? [`every input of ${cases.join(', ')}`] : []),
    ...(audit ? ['the audit of everything that was created'] : []),
  ];
  const added = [
    ...(draws > 0 ? [`${plural(draws, 'draw')} of each input`] : []),
    ...(sequences > 0 ? [plural(sequences, 'sequence')] : []),
    ...(races > 0 ? [`${plural(races, 'round')} of each race`] : []),
  ];
  return [
    effort,
    ...(missing.length > 0 ? [`leaves out ${missing.join(' and ')}`] : []),
    ...(added.length > 0 ? [`--effort deep adds ${added.join(', ')}`] : []),
  ].join('; ');
}

/** The effort as the JSON report has it. */
export function effortAsJson({ effort, inputs, forRules, leftOut }: Planned) {
  const { of: _, ...others } = leftOut;
  return { name: effort, inputs, forRules, leftOut: others };
}
