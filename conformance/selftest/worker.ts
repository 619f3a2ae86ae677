import { parentPort, workerData } from 'node:worker_threads';
import type { Effort, Task } from './run/report.js';
import { perform } from './run/task.js';

const effort = workerData as Effort;

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await perform(task, effort)));
