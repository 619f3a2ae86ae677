import { allChecks } from '../../conformance/checks/registry.js';
import { defaultOptions, type RunOptions } from '../../conformance/engine/options.js';
import { run } from '../../conformance/engine/run/run.js';
import { Session } from '../../conformance/engine/run/session/session.js';
import { sequences } from '../../conformance/explore/sequences/index.js';
import { embeddedTarget } from '../../conformance/targets.js';

/** The share of sequences and races in the time of a default run against the reference in process; from 0 to 1. */
export async function explorationShare(seed: number): Promise<number> {
  const whole = await runMs({ ...defaultOptions, seed });
  return 1 - (await runMs({ ...defaultOptions, seed, sequences: 0, races: 0 })) / whole;
}

async function runMs(options: RunOptions): Promise<number> {
  const checks = await allChecks();
  const { target, close } = await embeddedTarget('reference');
  const began = performance.now();
  await run(checks, target, options, () => undefined, options.sequences > 0 ? [sequences] : []);
  const tookMs = performance.now() - began;
  await close();
  return tookMs;
}

/** The number of requests per second that sequences send to the reference in process and compare with the model and the rules. */
export async function checkedPerSecond(seed: number): Promise<number> {
  const { target, close } = await embeddedTarget('reference');
  const session = new Session(await allChecks(), target, { ...defaultOptions, seed, sequences: 400 });
  await session.probe();
  const before = session.requests;
  const began = performance.now();
  await session.explore(sequences, () => true);
  const seconds = (performance.now() - began) / 1_000;
  const requests = session.requests - before;
  await session.close();
  await close();
  return requests / seconds;
}
