import type { RunEvent } from '../engine/run/events.js';
import { progressLine } from '../report/terminal/progress.js';
import type { ConformOptions } from './config/conform-options.js';
import type { Io } from './io.js';

/** A line at the bottom of the terminal that shows how far the run is. */
export interface Progress {
  show(event: RunEvent): void;
  end(): void;
}

/** Shortest time between two changes of the line, in milliseconds. */
const intervalMs = 80;

/** Writes the line to standard error if that is a terminal; with `--quiet`, `--no-color` or `NO_COLOR` it writes nothing. */
export function progressOn({ stderr, env }: Io, { color, quiet }: ConformOptions): Progress {
  if (!stderr.isTTY || color === false || quiet || env.NO_COLOR) return { show: () => undefined, end: () => undefined };
  const began = performance.now();
  let shown = false;
  let last = Number.NEGATIVE_INFINITY;
  const put = (text: string) => {
    stderr.write(`\r\u001b[K${text.slice(0, stderr.columns - 1)}`);
    shown = text !== '';
  };
  return {
    show: (event) => {
      const text = progressLine(event, performance.now() - began);
      if (text === undefined || (event.type === 'progress' && performance.now() - last < intervalMs)) return;
      last = performance.now();
      put(text);
    },
    end: () => {
      if (shown) put('');
    },
  };
}
