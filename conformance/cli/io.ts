/** A stream that a command writes to. Writing to a closed pipe does nothing. */
export interface OutputStream {
  write(text: string): void;
  /** True on a terminal. */
  readonly isTTY: boolean;
  /** Characters in a line. */
  readonly columns: number;
}

/** The environment of a command; tests pass their own. */
export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user interrupts. */
  readonly interrupted: AbortSignal;
}

/** The output for a stream of this process. */
export function outputOf(stream: NodeJS.WriteStream): OutputStream {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    write: (text) => {
      if (!closed) stream.write(text);
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns || 100,
  };
}

/** Waits until the user interrupts. */
export function untilInterrupted({ interrupted }: Io): Promise<void> {
  return new Promise((resolve) => {
    if (interrupted.aborted) return resolve();
    interrupted.addEventListener('abort', () => resolve(), { once: true });
  });
}
