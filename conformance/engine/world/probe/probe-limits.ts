import type { Target } from '../../target.js';
import type { Limits } from '../profile.js';
import type { World } from '../world.js';

/**
 * Finds whether the target accepts only certain action names and parameters: the documented ones are accepted, and plain ones of other
 * kinds are not. What the user names is not probed.
 */
export async function findLimits(world: World, { routing = {} }: Target): Promise<Limits> {
  const rejects = async (change: Parameters<World['body']>[0]) => {
    const { status } = await world.create({ ...world.body(), ...change });
    return status === 400 || status === 422;
  };
  const names = routing.actionName === undefined && (await rejects({ name: 'ConformanceProbe' }));
  const parameters =
    routing.parameters === undefined &&
    ((await rejects({ parameters: [{ name: 'Comment', value: 'conformance probe' }] })) ||
      (await rejects({ parameters: [{ name: 'IP', value: 'conformance probe' }] })));
  return { names, parameters };
}

/** What the user should know about limits, with the options that name valid values. */
export function limitNotices({ names, parameters }: Limits): readonly string[] {
  const told = (what: string, option: string) =>
    `the target accepts the documented ${what} but rejects others: give more valid ones with ${option}; free text is sent only in actionReason and clientContext`;
  return [
    ...(names ? [told('action name', '--action-name')] : []),
    ...(parameters ? [told('parameters', '--parameters name=value')] : []),
  ];
}
