import { plural } from '../report/format/text.js';
import type { BehaviourChange } from './group-changes.js';
import type { ComparedRun } from './run.js';
import type { VerdictChange } from './verdict-changes.js';

/** Places and requirements of one change that are named; the others are counted. */
const most = { places: 3, requirements: 12 };

/** What changed, as in `a GUID → absent`. */
export function changeText({ before, after }: BehaviourChange): string {
  if (before.length === 0) return `now also ${either(after)}`;
  return after.length === 0 ? `no longer ${either(before)}` : `${either(before)} → ${either(after)}`;
}

/** Where it changed. */
export function whereText({ aspect, where, requirements }: BehaviourChange): string {
  if (aspect !== 'status') return `in ${firstOf(where, most.places, '; ')}`;
  return `${plural(where.length, 'request')} of ${firstOf(requirements, most.requirements)}; the first: ${where[0]}`;
}

/** Why the outcome is another one: the reason of the worse side. */
export function reasonText({ before, after }: VerdictChange): string {
  const isBetter = after.outcome === 'passed' || before.outcome === 'failed';
  return isBetter ? `a: ${before.reason.detail}` : `b: ${after.reason.detail}`;
}

/** One of the runs in a few words. */
export function runText({ target, url, class: kind, verdict, seed }: ComparedRun): string {
  return [
    `${target}${url === target ? '' : ` at ${url}`}`,
    ...(kind === undefined ? [] : [kind]),
    verdict ?? 'no verdict',
    ...(typeof seed === 'number' ? [`seed ${seed}`] : []),
  ].join(', ');
}

function either(forms: readonly string[]): string {
  return forms.join(' or ');
}

function firstOf(names: readonly string[], count: number, separator = ', '): string {
  const rest = names.length - count;
  return rest > 0 ? `${names.slice(0, count).join(separator)} and ${rest} more` : names.join(separator);
}
