import type { RunEvent } from '../engine/run/events.js';

/** The progress line that a terminal shows during a run; `undefined` leaves it unchanged, an empty text removes it. */
export function progressLine(event: RunEvent): string | undefined {
  if (event.type === 'started') return `probing ${event.target} …`;
  if (event.type === 'progress')
    return event.done < event.of ? `${event.done} of ${event.of} inputs` : 'playing sequences and judging …';
  if (event.type === 'waiting')
    return `waiting until ${new Date(event.until).toTimeString().slice(0, 8)}: ${event.reason} …`;
  return event.type === 'finished' || event.type === 'fault' ? '' : undefined;
}
