import { preview } from '../../engine/evidence/preview.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { inTime } from '../../engine/world/in-time.js';
import { idOf } from '../../engine/world/world.js';
import { statesLater } from '../../model/action-model.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import type { Command } from './command.js';
import { checkList } from './listed.js';
import { type ExpectedRejection, rejectionOf, rejections } from './rejections.js';
import { broken, type ChangeRequest } from './requirements.js';
import { checkResponse, wrongStatusCode, wrongSuccess } from './responses.js';
import type { SequencePlay } from './sequence-play.js';
import { createdAction } from './tracked-action.js';

type CommandThat<Does extends Command['does']> = Extract<Command, { does: Does }>;

/** Carries out one command and compares the responses with the model. */
export function performCommand(play: SequencePlay, command: Command): Promise<void> {
  play.justRead = undefined;
  switch (command.does) {
    case 'create':
      return create(play, command);
    case 'get':
      return play.read(play.indexOf(command.which), command.as, command);
    case 'list':
      return checkList(play, command);
    case 'miss':
      return miss(play, command);
    case 'update':
      return update(play, command);
    case 'cancel':
      return cancel(play, command);
  }
}

async function create(play: SequencePlay, command: CommandThat<'create'>): Promise<void> {
  const { world, actions } = play;
  const rejection = rejectionOf(command.as, 'create');
  const body = world.adapted(marked(play, command.body));
  const sent = world.create(body, { as: command.as });
  const reply = await play.respond(sent, command, rejection ? undefined : actions.length + 1);
  if (rejection) return play.check(wrongSuccess(rejection, reply));
  if (play.repeatsContext(body, actions.length) && !isSuccess(reply)) return;
  await play.check(isSuccess(reply) ? [] : [wrongStatusCode(broken.createRejected, reply, 'status 201')]);
  const created = world.entity(reply);
  const { exchange } = reply;
  const same = actions.findIndex(({ id }) => id === created.id) + 1;
  const message = `the new action has the id of action #${same}`;
  const expected = 'an id that no other action has';
  const repeated = { id: broken.idRepeated, message, expected, received: preview(created.id), exchange };
  await play.check(same > 0 ? [{ ...repeated, at: '/id' }] : []);
  actions.push(createdAction(body, created));
  await play.checkAction(actions.length - 1, created, exchange);
  if (play.readsAlways) await play.read(actions.length - 1);
}

async function update(play: SequencePlay, command: CommandThat<'update'>): Promise<void> {
  const { as, defect } = command;
  const index = play.indexOf(command.which);
  const patch = play.world.adaptedPatch(marked(play, command.patch));
  const sent = play.world.update(play.action(index).id, patch, { as, defect });
  const reply = await play.respond(sent, command, index + 1);
  const repeated = play.repeatsContext(patch, index) && !isSuccess(reply) ? rejections['repeated context'] : undefined;
  const rejection = rejectionOf(as, 'update') ?? (defect === undefined ? repeated : rejections['invalid body']);
  await checkChange(play, index, { what: 'update', patch }, reply, rejection);
  if (!rejection && idOf(reply) !== undefined && isSuccess(reply))
    await play.checkAction(index, play.world.entity(reply), reply.exchange);
  if (command.readBack || play.readsAlways) await play.read(index);
}

async function cancel(play: SequencePlay, command: CommandThat<'cancel'>): Promise<void> {
  const { as } = command;
  const readBack = command.readBack || play.readsAlways;
  const index = play.indexOf(command.which);
  const reply = await play.respond(play.world.cancel(play.action(index).id, { as }), command, index + 1);
  const rejection = rejectionOf(as, 'cancel');
  await checkChange(play, index, { what: 'cancel' }, reply, rejection);
  if (readBack) await play.read(index);
  if (readBack && !rejection) await waitForEnd(play, index);
}

/** Checks the response to an update or a cancel, and records the request: a rejected one changes nothing. */
async function checkChange(
  play: SequencePlay,
  index: number,
  request: ChangeRequest,
  reply: Reply,
  rejection: ExpectedRejection | undefined,
): Promise<void> {
  if (rejection) {
    await play.check(wrongSuccess(rejection, reply));
    return play.record(index, { what: 'rejected', id: rejection.keeps ?? 'ERROR-8' });
  }
  const done = isSuccess(reply);
  const { wrong, states } = checkResponse(play.action(index), request, reply);
  // An earlier request may be the reason for the rejection: then a read shows that, and it is reported instead.
  if (wrong.length > 0 && !done) await play.read(index);
  await play.check(wrong);
  const rejected = { what: 'rejected', id: broken.forbiddenTransitionAccepted } as const;
  play.record(index, done || request.what === 'cancel' ? request : rejected, states);
}

async function miss(play: SequencePlay, command: CommandThat<'miss'>): Promise<void> {
  const { world } = play;
  const { operation } = command;
  const id = world.unknownId();
  const sent = {
    get: () => world.get(id),
    update: () => world.update(id, { actionReason: 'of an unknown action' }),
    cancel: () => world.cancel(id),
  };
  const reply = await play.respond(sent[operation](), command);
  await play.check(wrongSuccess(rejections[`unknown id: ${operation}`], reply));
}

/** Waits until a cancelled action has ended or the settle time is over (LIFECYCLE-13), unless that requirement is not checked. */
async function waitForEnd(play: SequencePlay, index: number): Promise<void> {
  const isOver = () => !statesLater(play.action(index).states, false).some(({ cancelPending }) => cancelPending);
  if (isOver() || !play.isChecked(broken.cancelWithoutEnd)) return;
  await inTime(play.world, 'a cancelled action ended', () => play.read(index), isOver);
  const exchange = play.world.exchanges.at(-1);
  const { status } = play.action(index).shown;
  if (isOver() || isFinalStatus(status) || !exchange) return;
  const message = 'the cancelled action has not ended';
  const expected = '"Completed" or "Failed" within the settle time';
  const received = preview(status);
  await play.check([{ id: broken.cancelWithoutEnd, message, expected, received, at: '/status', exchange }]);
}

/** The body with a context that no other attempt sends. */
function marked({ marker }: SequencePlay, body: WritableBody): WritableBody {
  const { clientContext } = body;
  return typeof clientContext === 'string' ? { ...body, clientContext: `${marker} ${clientContext}` } : body;
}
