/** Where a command writes. Once the reader of a pipe has gone, writing does nothing. */
export interface Output {
  write(text: string): void;
  /** True on a terminal. */
  readonly isTTY: boolean;
  /** Characters in a line of it. */
  readonly columns: number;
}

/** All that a command knows of the world around it, so that tests can stand in for it. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user interrupts. */
  readonly interrupted: AbortSignal;
}

/** Writes to a stream of this process. */
export function outputOf(stream: NodeJS.WriteStream): Output {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return {
    write: (text) => {
      if (!gone) stream.write(text);
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
