import { TokenRenewal } from '../index.js';
import { embeddedTarget, type OpenTarget, urlTarget } from '../targets.js';
import type { PlannedRun } from './config/plan/planned-run.js';

/** Starts an embedded target, or gets the first tokens for a target given by its URL. */
export async function openTarget({ name, target, tokenSources }: PlannedRun): Promise<OpenTarget> {
  const { url = '', tokens, ...owner } = target;
  if (name === 'url') {
    const renewal = tokenSources && (await TokenRenewal.start(tokenSources));
    const all = { ...tokens, ...renewal?.tokens };
    return { target: urlTarget(url, all, { ...owner, renewal }), close: async () => undefined };
  }
  const embedded = await embeddedTarget(name);
  return { ...embedded, target: { ...embedded.target, ...owner } };
}
