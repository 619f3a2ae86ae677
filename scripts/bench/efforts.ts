import { allChecks } from '../../conformance/checks/registry.js';
import type { Effort } from '../../conformance/engine/effort.js';
import { completeOptions } from '../../conformance/engine/options.js';
import { run } from '../../conformance/engine/run/run.js';
import type { Target } from '../../conformance/engine/target.js';
import { sequences } from '../../conformance/explore/sequences/index.js';
import { slowProxy } from './slow-proxy.js';

/** The requests and the wall time of a run with default settings, with this time added to each response. */
export async function effortCost(
  target: Pick<Target, 'url' | 'tokens'>,
  effort: Effort,
  delayMs: number,
): Promise<{ readonly requests: number; readonly seconds: number }> {
  const proxy = delayMs > 0 ? await slowProxy(target.url, delayMs) : undefined;
  const url = proxy?.url ?? target.url;
  let requests = 0;
  const options = completeOptions({ effort, seed: 1 });
  const began = performance.now();
  const { exitCode } = await run(
    await allChecks(),
    { ...target, name: url, url },
    options,
    (event) => {
      if (event.type === 'finished') requests = event.requests;
    },
    options.sequences > 0 ? [sequences] : [],
  );
  const seconds = (performance.now() - began) / 1_000;
  proxy?.close();
  if (exitCode !== 0) throw new Error(`Cannot measure: the run with --effort ${effort} exited with ${exitCode}.`);
  return { requests, seconds };
}
