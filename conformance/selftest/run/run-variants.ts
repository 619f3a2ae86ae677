import type { Check } from '../../engine/check.js';
import type { RunOptions } from '../../engine/options.js';
import { run } from '../../engine/run/run.js';
import { sequences as explorer } from '../../explore/sequences/index.js';
import { serverWith } from '../server/server.js';
import type { Variant } from '../variant.js';
import type { FalseAlarm } from './report.js';
import { runExplorer } from './run-explorer.js';

/**
 * Runs these checks against a server with the differences of all these variants, and random sequences against a second one. Returns
 * each requirement that fails, except those that a variant does not follow. Without variants, the server is the reference.
 */
export async function falseAlarmsOn(
  variants: readonly Variant[],
  checks: readonly Check[],
  { seed, sequences }: Pick<RunOptions, 'seed' | 'sequences'>,
): Promise<readonly FalseAlarm[]> {
  const server = () =>
    serverWith(
      variants.map(({ difference }) => difference()),
      { seed, sequences },
    );
  const { target, options } = await server();
  const { results } = await run(checks, target, options, () => undefined);
  const failed = results
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ id, reason }) => ({ id, why: reason.detail }));
  // The sequences run by themselves, because within a run they look only for failures of the selected requirements.
  const found = [...(await runExplorer(explorer, await server()))].map(([id, { message }]) => ({ id, why: message }));
  const exceptions = new Set(variants.flatMap(({ doesNotFollow }) => doesNotFollow));
  return [...failed, ...found].filter(({ id }) => !exceptions.has(id));
}
