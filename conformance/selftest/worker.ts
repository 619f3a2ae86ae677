import { parentPort, workerData } from 'node:worker_threads';
import { type Effort, perform, type Task } from './run/task.js';

const effort = workerData as Effort;

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await perform(task, effort)));
