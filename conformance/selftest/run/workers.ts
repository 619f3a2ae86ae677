import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Extent, Report, Task } from './report.js';

/** The number of tasks that a worker runs at the same time, so that it is not idle while one of them waits. */
const tasksPerWorker = 2;

/** Performs the tasks in worker threads, one thread for each core, in order. `reported` is called as each of them ends. */
export async function performAll(
  tasks: readonly Task[],
  extent: Extent,
  reported: (report: Report) => void,
): Promise<void> {
  const queue = [...tasks];
  const width = Math.min(availableParallelism(), Math.ceil(tasks.length / tasksPerWorker));
  await Promise.all(Array.from({ length: width }, () => runWorker(queue, extent, reported)));
}

async function runWorker(queue: Task[], extent: Extent, reported: (report: Report) => void): Promise<void> {
  const worker = new Worker(new URL('../worker.js', import.meta.url), { workerData: extent });
  try {
    await new Promise<void>((resolve, reject) => {
      let busy = 0;
      const next = () => {
        const task = queue.shift();
        if (task) {
          busy += 1;
          worker.postMessage(task);
        } else if (busy === 0) resolve();
      };
      worker.on('error', reject);
      worker.on('message', (report: Report) => {
        busy -= 1;
        reported(report);
        next();
      });
      for (let count = 0; count < tasksPerWorker; count++) next();
    });
  } finally {
    await worker.terminate();
  }
}
