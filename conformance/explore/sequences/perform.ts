import { preview } from '../../engine/evidence/preview.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { statesLater } from '../../model/action-model.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import type { Command } from './command.js';
import { checkList } from './listed.js';
import { type ExpectedRejection, rejectionOf, rejectionOfUnknownId } from './rejections.js';
import {
  type CheckedResponse,
  checkCancel,
  checkUpdate,
  isSuccess,
  wrongStatusCode,
  wrongSuccess,
} from './responses.js';
import type { SequencePlay } from './sequence-play.js';
import { trackedAction } from './tracked-action.js';
import { wrongCreate } from './values.js';

type CommandThat<Does extends Command['does']> = Extract<Command, { does: Does }>;

/** Carries out one command and compares the responses with the model. */
export function performCommand(play: SequencePlay, command: Command): Promise<void> {
  switch (command.does) {
    case 'create':
      return create(play, command);
    case 'get':
      return get(play, command);
    case 'list':
      return checkList(play, command);
    case 'update':
      return update(play, command);
    case 'cancel':
      return cancel(play, command);
    case 'miss':
      return miss(play, command);
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
  await play.check(reply.status === 201 ? [] : [wrongStatusCode('CREATE-1', reply, 'status 201')]);
  const created = world.entity(reply, 201);
  const { exchange } = reply;
  const same = actions.findIndex(({ id }) => id === created.id) + 1;
  const message = `the new action has the id of action #${same}`;
  const seen = {
    message,
    expected: 'an id that no other action has',
    received: preview(created.id),
    at: '/id' as const,
    exchange,
  };
  await play.check(same > 0 ? [{ id: 'CREATE-5', ...seen }] : []);
  actions.push(trackedAction(created));
  await play.check(wrongCreate(body, created, exchange));
}

function get(play: SequencePlay, command: CommandThat<'get'>): Promise<void> {
  const index = indexOf(play, command.which);
  return play.read(index, command.as, command);
}

async function update(play: SequencePlay, command: CommandThat<'update'>): Promise<void> {
  const { as, defect, readBack } = command;
  const index = indexOf(play, command.which);
  const tracked = play.action(index);
  const patch = play.world.adaptedPatch(marked(play, command.patch));
  const reply = await play.respond(play.world.update(tracked.id, patch, { as, defect }), command, index + 1);
  const repeated = play.repeatsContext(patch, index) && !isSuccess(reply) ? rejectedForItsContext : undefined;
  const rejection = rejectionOf(as, 'update') ?? (defect === undefined ? repeated : rejectedAsInvalid);
  if (rejection) return rejected(play, index, rejection, reply, readBack);
  const checked = checkUpdate(tracked, patch, reply);
  await readBeforeReporting(play, index, checked);
  const { done, states } = checked;
  play.record(
    index,
    { ...tracked, states },
    done ? { what: 'update', patch } : { what: 'rejected', id: 'LIFECYCLE-4' },
  );
  if (reply.status === 200) await play.checkAction(index, play.world.entity(reply, 200), reply.exchange);
  if (readBack) await play.read(index);
}

const rejectedAsInvalid: ExpectedRejection = { id: 'UPDATE-10', statuses: [400, 422] };
const rejectedForItsContext: ExpectedRejection = { id: 'ERROR-8', statuses: [400, 409] };

async function cancel(play: SequencePlay, command: CommandThat<'cancel'>): Promise<void> {
  const { as, readBack } = command;
  const index = indexOf(play, command.which);
  const tracked = play.action(index);
  const reply = await play.respond(play.world.cancel(tracked.id, { as }), command, index + 1);
  const rejection = rejectionOf(as, 'cancel');
  if (rejection) return rejected(play, index, rejection, reply, readBack);
  const checked = checkCancel(tracked, reply);
  await readBeforeReporting(play, index, checked);
  play.record(index, { ...tracked, states: checked.states }, { what: 'cancel' });
  if (readBack) await readUntilEnded(play, index);
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
  await play.check(wrongSuccess(rejectionOfUnknownId[operation], reply));
}

/** A rejected request changes nothing; which requirement says so depends on the reason for the rejection. */
async function rejected(
  play: SequencePlay,
  index: number,
  rejection: ExpectedRejection,
  reply: Reply,
  readBack: boolean,
): Promise<void> {
  await play.check(wrongSuccess(rejection, reply));
  const id = rejection.id === 'UPDATE-10' || rejection.id === 'AUTH-12' ? rejection.id : 'ERROR-8';
  play.record(index, play.action(index), { what: 'rejected', id });
  if (readBack) await play.read(index);
}

/** When a valid request was rejected, an earlier request may be the reason: then a read shows that, and it is reported instead. */
async function readBeforeReporting(play: SequencePlay, index: number, { wrong, done }: CheckedResponse): Promise<void> {
  if (wrong.length > 0 && !done) await play.read(index);
  await play.check(wrong);
}

/** Reads a cancelled action until it has ended or the settle time is over (LIFECYCLE-13); once if that requirement is not checked. */
async function readUntilEnded(play: SequencePlay, index: number): Promise<void> {
  await play.read(index);
  const isOver = () => !statesLater(play.action(index).states, false).some(({ cancelPending }) => cancelPending);
  if (isOver() || !play.isChecked('LIFECYCLE-13')) return;
  await play.world.eventually(() => play.read(index), isOver);
  const exchange = play.world.exchanges.at(-1);
  const { status } = play.action(index).shown;
  if (isOver() || isFinalStatus(status) || !exchange) return;
  const message = 'the cancelled action has not ended';
  const expected = '"Completed" or "Failed" within the settle time';
  const received = preview(status);
  await play.check([{ id: 'LIFECYCLE-13', message, expected, received, at: '/status', exchange }]);
}

/** The body with a context that no other attempt sends. */
function marked({ marker }: SequencePlay, body: WritableBody): WritableBody {
  const { clientContext } = body;
  return typeof clientContext === 'string' ? { ...body, clientContext: `${marker} ${clientContext}` } : body;
}

function indexOf({ actions }: SequencePlay, which: number): number {
  return Math.min(which, actions.length - 1);
}
