import type { RunEvent } from '../engine/run/events.js';

/** The line that a terminal shows while the run goes on; `undefined` leaves it as it is, an empty text removes it. */
export function progressLine(event: RunEvent): string | undefined {
  if (event.type === 'started') return `asking ${event.target} what it is …`;
  if (event.type === 'progress') return event.done < event.of ? `${event.done} of ${event.of} inputs` : 'deciding …';
  return event.type === 'finished' || event.type === 'fault' ? '' : undefined;
}
