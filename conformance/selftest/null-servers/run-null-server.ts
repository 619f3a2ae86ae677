import type { Level, RequirementId } from '../../../generated/requirements.js';
import type { Check } from '../../engine/check.js';
import { ConfigurationError } from '../../engine/errors.js';
import { defaultOptions, type RunOptions } from '../../engine/options.js';
import type { Result } from '../../engine/run/outcome.js';
import { run } from '../../engine/run/run.js';
import { Unreachable } from '../../engine/world/probe/first-contact.js';
import { createReference } from '../../reference/index.js';
import type { NullServerResult } from '../run/report.js';
import type { NullServer } from './null-server.js';

/** Short times, because a null server responds at once or never; a response takes up to a second where other work needs the processor. */
const options: RunOptions = {
  ...defaultOptions,
  seed: 1,
  concurrency: 64,
  timeoutMs: 1_000,
  settleMs: 10,
  patienceMs: 0,
};

/** Runs all checks against a null server. @throws KitFault when a check throws while it judges a response. */
export async function runNullServer({ name, fetch }: NullServer, checks: readonly Check[]): Promise<NullServerResult> {
  const tokens = await createReference().tokens.mintAll();
  const target = { name, url: 'http://null.example/beta', fetch, tokens };
  try {
    const { results } = await run(checks, target, options, () => undefined);
    return {
      name,
      passed: { MUST: passed(results, 'MUST'), SHOULD: passed(results, 'SHOULD'), MAY: passed(results, 'MAY') },
    };
  } catch (error) {
    if (!(error instanceof Unreachable) && !(error instanceof ConfigurationError)) throw error;
    return { name, passed: { MUST: [], SHOULD: [], MAY: [] }, endedBy: error.message };
  }
}

function passed(results: readonly Result[], level: Level): readonly RequirementId[] {
  return results.filter((result) => result.level === level && result.outcome === 'passed').map(({ id }) => id);
}
