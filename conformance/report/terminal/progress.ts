import type { RunEvent } from '../../engine/run/events.js';
import { duration, plural } from '../format/text.js';

/** An estimate from fewer inputs would jump. */
const leastDone = 20;

/**
 * The progress line that a terminal shows during a run, `elapsedMs` after its beginning; `undefined` leaves it unchanged, an empty text
 * removes it. The remaining time is that of the inputs; sequences and the audit come after them.
 */
export function progressLine(event: RunEvent, elapsedMs = 0): string | undefined {
  const elapsed = duration(elapsedMs);
  if (event.type === 'started') return `probing ${event.target} …`;
  if (event.type === 'progress') {
    const { done, of, failed = 0 } = event;
    const area = event.case === undefined ? [] : [event.case.slice(0, event.case.indexOf('-'))];
    const left = done < leastDone ? [] : [`about ${duration((elapsedMs / done) * (of - done))} left for the inputs`];
    const found = failed === 0 ? [] : [plural(failed, 'failure')];
    return done < of
      ? [`${done} of ${of} inputs`, ...area, elapsed, ...left, ...found].join(', ')
      : [`playing sequences and judging …`, elapsed, ...found].join(', ');
  }
  if (event.type === 'waiting')
    return `waiting until ${new Date(event.until).toTimeString().slice(0, 8)}: ${event.reason} …`;
  return event.type === 'finished' || event.type === 'fault' ? '' : undefined;
}
