import { isSuccess, member, type Reply } from '../../evidence/reply.js';
import type { Target } from '../../target.js';
import type { Limits } from '../profile.js';
import type { World } from '../world.js';
import { isRejectedBody } from './rejected-body.js';

/**
 * Finds whether the target accepts only certain action names and parameters: the documented ones are accepted, and plain ones of other
 * kinds are not. What the user names is not probed. Finds, too, whether it rejects an action that equals the one that was just created.
 */
export async function findLimits(world: World, { routing = {} }: Target, created: Reply): Promise<Limits> {
  const rejects = async (change: Parameters<World['body']>[0]) => {
    return isRejectedBody(await world.create({ ...world.body(), ...change }));
  };
  const names = routing.actionName === undefined && (await rejects({ name: 'ConformanceProbe' }));
  const parameters =
    routing.parameters === undefined &&
    ((await rejects({ parameters: [{ name: 'Comment', value: 'conformance probe' }] })) ||
      (await rejects({ parameters: [{ name: 'IP', value: 'conformance probe' }] })));
  return { names, parameters, distinct: await rejectsEqual(world, created) };
}

/** Whether a create with the name and parameters of this one is rejected with 409, and one with others is accepted meanwhile. */
async function rejectsEqual(world: World, { exchange }: Reply): Promise<boolean> {
  const sent: unknown = JSON.parse(exchange.request.body ?? '{}');
  const equal = { name: member(sent, 'name'), parameters: member(sent, 'parameters') };
  const { status } = await world.create({ ...world.body(), ...equal });
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
