import { ReadStream } from 'node:fs';
import { emitKeypressEvents } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { readOnlyProbe } from '../../dry-run.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { exitCodes } from '../../engine/run/verdict.js';
import type { PlannedRun } from '../config/plan/planned-run.js';
import { type Io, untilInterrupted } from '../io.js';
import { openTarget } from '../open-target.js';

/** Milliseconds between two looks at the target. */
const intervalMs = 1_000;

/** What ended the wait for the next run. */
export type Wake = 'run' | 'quit' | 'interrupted';

/**
 * Waits until the target responds otherwise to the reads of the probe, or until a key says what to do: Enter runs again, q ends. The end of
 * a pipe in place of a keyboard, or of the process that started this one, ends the watch too: nobody is there to end it.
 *
 * @param parent the id of the process that started this one, when it did
 */
export async function untilWanted(planned: PlannedRun, io: Io, parent: number | undefined): Promise<Wake> {
  const ended = new AbortController();
  const first = await look(planned);
  const keys = keyPressed(io, ended.signal);
  io.stdout.write('\nwatching the target: Enter runs again, q ends\n');
  try {
    const interrupted = untilInterrupted(io).then((): Wake => 'interrupted');
    const changed = untilChanged(planned, first, io, ended.signal);
    return await Promise.race([keys, interrupted, changed, untilOrphaned(io, parent, ended.signal)]);
  } finally {
    ended.abort();
  }
}

/**
 * Resolves when the target is back after it was gone, or gives other responses than at first; twice in a row, because one that differs
 * each time says nothing.
 */
async function untilChanged(planned: PlannedRun, first: string, io: Io, ended: AbortSignal): Promise<Wake> {
  let isOther = false;
  for (let before = first; !ended.aborted; ) {
    await sleep(intervalMs, undefined, { signal: ended, ref: true }).catch(() => undefined);
    if (ended.aborted) break;
    const now = await look(planned);
    isOther ||= now === unreachable;
    if ((isOther || now !== first) && now === before && now !== unreachable) {
      io.stdout.write('the target responds otherwise\n');
      return 'run';
    }
    before = now;
  }
  return 'quit';
}

/** Resolves when the process that started this one has ended. */
async function untilOrphaned({ parentId }: Io, parent: number | undefined, ended: AbortSignal): Promise<Wake> {
  while (!ended.aborted && parentId?.() === parent)
    await sleep(intervalMs, undefined, { signal: ended }).catch(() => undefined);
  return 'quit';
}

const unreachable = 'unreachable';

/** What the target responds to the reads of the probe. */
async function look(planned: PlannedRun): Promise<string> {
  const exchanges: Exchange[] = [];
  try {
    const { target, close } = await openTarget(planned);
    try {
      const observe = (exchange: Exchange) => exchanges.push(exchange);
      await readOnlyProbe(target, { ...planned.options, observe });
    } finally {
      await close();
    }
  } catch {
    // A target that is gone, or that rejects the token, has said so in its responses.
  }
  const seen = exchanges.flatMap(({ request, response }) =>
    response ? [`${request.method} ${shownBy(response)}`] : [],
  );
  return seen.length === 0 ? unreachable : seen.join('\n');
}

/** Status, names of header fields and media type; the body of a success, because that of an error has its time and an id in it. */
function shownBy({ status, headers, body }: NonNullable<Exchange['response']>): string {
  const names = [...headers].map(([name]) => name.toLowerCase()).sort();
  return JSON.stringify([status, names, headers.get('content-type'), status < 300 ? body : '']);
}

/** Resolves when Enter or q is pressed, or when a pipe ends; never where there is neither a keyboard nor a pipe, as with /dev/null. */
function keyPressed({ stdin }: Io, ended: AbortSignal): Promise<Wake> {
  return new Promise((resolve) => {
    if (!stdin) return;
    const hasEnded = () => !(stdin instanceof ReadStream) && resolve('quit');
    if ((stdin as { readableEnded?: boolean }).readableEnded) hasEnded();
    stdin.once('end', hasEnded);
    emitKeypressEvents(stdin);
    const isTTY = stdin.isTTY === true;
    if (isTTY) stdin.setRawMode?.(true);
    const pressed = (_: string, { name, ctrl }: { readonly name?: string; readonly ctrl?: boolean }) => {
      if (name === 'q') resolve('quit');
      else if (name === 'return' || name === 'enter') resolve('run');
      // A terminal that gives single keys gives this one too, in place of a signal.
      else if (ctrl && name === 'c') resolve('interrupted');
    };
    stdin.on('keypress', pressed);
    stdin.resume();
    ended.addEventListener('abort', () => {
      stdin.off('keypress', pressed);
      stdin.off('end', hasEnded);
      if (isTTY) stdin.setRawMode?.(false);
      stdin.pause();
    });
  });
}

/** The exit code of a watch that was ended: that of its last run, unless it was interrupted. */
export function exitCodeAfter(wake: Exclude<Wake, 'run'>, last: number): number {
  return wake === 'interrupted' ? exitCodes.interrupted : last;
}
