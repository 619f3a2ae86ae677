import { isSuccess } from '../../evidence/reply.js';
import type { Target } from '../../target.js';
import type { Limits } from '../profile.js';
import type { World } from '../world.js';
import { isRejectedBody } from './rejected-body.js';

/**
 * Finds whether the target accepts only certain action names and parameters: the documented ones are accepted, and plain ones of other
 * kinds are not. What the user names is not probed. Finds, too, whether it rejects an action that equals the one that was just created.
 */
export async function findLimits(world: World, { routing = {} }: Target): Promise<Limits> {
  const rejects = async (change: Parameters<World['body']>[0]) => {
    return isRejectedBody(await world.create({ ...world.body(), ...change }));
  };
  const names = routing.actionName === undefined && (await rejects({ name: 'ConformanceProbe' }));
  const parameters =
    routing.parameters === undefined &&
    ((await rejects({ parameters: [{ name: 'Comment', value: 'conformance probe' }] })) ||
      (await rejects({ parameters: [{ name: 'IP', value: 'conformance probe' }] })));
  return { names, parameters, distinct: await rejectsEqual(world) };
}

/**
 * Whether a create with the name and parameters of the one before is rejected with 409, and one with others is accepted meanwhile. An
 * action from earlier in the probe may be finished by now.
 */
async function rejectsEqual(world: World): Promise<boolean> {
  const first = world.body();
  if (!isSuccess(await world.create(first))) return false;
  const { name, parameters } = first;
  const { status } = await world.create({ ...world.body(), name, parameters });
  return status === 409 && isSuccess(await world.create(world.body()));
}

/** What the user should know about limits, with the options that name valid values. */
export function limitNotices({ names, parameters, distinct }: Limits): readonly string[] {
  const told = (what: string, option: string) =>
    `the target accepts the documented ${what} but rejects others: give more valid ones with ${option}; free text is sent only in actionReason and clientContext`;
  return [
    ...(names ? [told('action name', '--action-name')] : []),
    ...(parameters ? [told('parameters', '--parameters name=value')] : []),
    ...(distinct
      ? [
          'the target rejects an action with the name and parameters of an unfinished one with 409: each valid body gets one more pair, and what needs two equal actions is not judged',
        ]
      : []),
  ];
}
