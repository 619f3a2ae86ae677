import type { RunEvent } from '../engine/run/events.js';
import { progressLine } from '../report/progress.js';
import type { ConformOptions } from './commands/conform.js';
import type { Io } from './io.js';

/** A line at the foot of the terminal that says how far the run is. */
export interface Progress {
  show(event: RunEvent): void;
  end(): void;
}

/** Milliseconds between two changes of the line. */
const pace = 80;

/** Writes the line to standard error where that is a terminal and nobody asked for less; elsewhere nothing is written. */
export function progressOn({ stderr, env }: Io, { color, quiet }: ConformOptions): Progress {
  if (!stderr.isTTY || !color || quiet || env.NO_COLOR) return { show: () => undefined, end: () => undefined };
  let shown = false;
  let last = Number.NEGATIVE_INFINITY;
  const put = (text: string) => {
    stderr.write(`\r\u001b[K${text.slice(0, stderr.columns - 1)}`);
    shown = text !== '';
  };
  return {
    show: (event) => {
      const text = progressLine(event);
      if (text === undefined || (event.type === 'progress' && performance.now() - last < pace)) return;
      last = performance.now();
      put(text);
    },
    end: () => {
      if (shown) put('');
    },
  };
}
