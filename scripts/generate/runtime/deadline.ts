/** Time that work may take, and the signal that ends it. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Gives the work the whole time again. */
  restart(): void;
  /** Stops the clock; `restart` starts it again. */
  pause(): void;
}

/**
 * Runs `work` until it ends, `outer` aborts, or `milliseconds` have passed. Rejects at once then, also when `work` does not obey the
 * signal.
 *
 * @param late Makes the error for work that takes too long.
 */
export async function withDeadline<T>(
  outer: AbortSignal | undefined,
  milliseconds: number,
  late: () => Error,
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const control = new AbortController();
  const { signal } = control;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = () => clearTimeout(timer);
  const restart = () => {
    pause();
    // A timer takes 31 bits and fires at once for more.
    if (milliseconds < 2 ** 31) timer = setTimeout(() => control.abort(late()), milliseconds);
  };
  const abort = () => control.abort(outer?.reason);
  outer?.addEventListener('abort', abort);
  try {
    restart();
    return await unlessAborted(signal, work({ signal, restart, pause }));
  } finally {
    pause();
    outer?.removeEventListener('abort', abort);
  }
}

/** Waits, and rejects as soon as the signal aborts. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return unlessAborted(signal, waited).finally(() => clearTimeout(timer));
}

function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let abort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  });
  return Promise.race([aborted, work]).finally(() => signal.removeEventListener('abort', abort));
}
