import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Effort, Report, Task } from './task.js';

/** How many tasks a worker has at a time: what one of them waits for costs nothing then. */
const atATime = 2;

/** Carries out tasks on all cores, the first ones first, and tells of each as it ends. */
export async function carryOut(tasks: readonly Task[], effort: Effort, told: (report: Report) => void): Promise<void> {
  const queue = [...tasks];
  const width = Math.min(availableParallelism(), Math.ceil(tasks.length / atATime));
  await Promise.all(Array.from({ length: width }, () => employ(queue, effort, told)));
}

async function employ(queue: Task[], effort: Effort, told: (report: Report) => void): Promise<void> {
  const worker = new Worker(new URL('../worker.js', import.meta.url), { workerData: effort });
  try {
    await new Promise<void>((done, fail) => {
      let busy = 0;
      const next = () => {
        const task = queue.shift();
        if (task) {
          busy += 1;
          worker.postMessage(task);
        } else if (busy === 0) done();
      };
      worker.on('error', fail);
      worker.on('message', (report: Report) => {
        busy -= 1;
        told(report);
        next();
      });
      for (let count = 0; count < atATime; count++) next();
    });
  } finally {
    await worker.terminate();
  }
}
