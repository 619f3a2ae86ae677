/** A stream that a command writes to. Writing to a closed pipe does nothing. */
export interface OutputStream {
  write(text: string): void;
  /** True on a terminal. */
  readonly isTTY: boolean;
  /** Characters in a line. */
  readonly columns: number;
}

/** A stream of keys: standard input, or what a test writes to. */
export type Keys = NodeJS.ReadableStream & {
  readonly isTTY?: boolean;
  setRawMode?(mode: boolean): unknown;
};

/** The environment of a command; tests pass their own. */
export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where keys come from; absent where there is no keyboard. */
  readonly stdin?: Keys;
  /** The id of the process that started this one, which changes when that has ended; absent where it does not matter. */
  parentId?(): number;
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
