import { parentPort, workerData } from 'node:worker_threads';
import type { Extent, Task } from './run/report.js';
import { perform } from './run/task.js';

const extent = workerData as Extent;

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await perform(task, extent)));
