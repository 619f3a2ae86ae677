#!/usr/bin/env node
import { outputOf } from './io.js';
import { main } from './program.js';
import { keepHeapSmall } from './small-heap.js';

// Before the modules of a command are loaded, because the space for new objects never shrinks again.
keepHeapSmall();
const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The second signal ends the process without clean-up.
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
  });
}
const io = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  // Opened only where it is read.
  get stdin() {
    return process.stdin;
  },
  env: process.env,
  parentId: () => process.ppid,
  interrupted: interrupt.signal,
};
let failed: Promise<number> | undefined;
// An error that nothing waits for would end the process with 1, which means that a MUST failed.
process.on('uncaughtException', (error) => {
  failed ??= import('./explain-error.js').then(({ explainError }) => explainError(error, io));
  interrupt.abort();
});
const exitCode = await main(process.argv.slice(2), io);
process.exitCode = (await failed) ?? exitCode;
// A connection that a target keeps open would keep the process alive, so it exits as soon as the output is flushed.
const flushed = (stream: NodeJS.WriteStream) => new Promise<void>((resolve) => stream.write('', () => resolve()));
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
process.exit();
