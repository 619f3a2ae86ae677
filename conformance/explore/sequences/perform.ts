import type { Reply } from '../../engine/evidence/reply.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { cancelled, later } from '../../model/standing.js';
import { type Answer, type Held, heldCancel, heldUpdate, isSuccess, wrongRefusal, wrongStatus } from './answers.js';
import type { Command } from './command.js';
import type { Course } from './course.js';
import { wrongCreate } from './created.js';
import { discrepancy } from './discrepancy.js';
import { list } from './listed.js';
import { missing, type Refusal, refusalOf } from './refused.js';
import { patched, trackedAs } from './tracked.js';

type Of<Does extends Command['does']> = Extract<Command, { does: Does }>;

/** Does one thing, and holds what comes of it against what the contract foresees. */
export function perform(course: Course, command: Command): Promise<void> {
  switch (command.does) {
    case 'create':
      return create(course, command);
    case 'get':
      return get(course, command);
    case 'list':
      return list(course, command);
    case 'update':
      return update(course, command);
    case 'cancel':
      return cancel(course, command);
    case 'miss':
      return miss(course, command);
  }
}

async function create(course: Course, command: Of<'create'>): Promise<void> {
  const { world, actions } = course;
  const refusal = refusalOf(command.as, 'create');
  const body = world.adapted(own(course, command.body));
  const reply = await course.answer(world.create(body, { as: command.as }));
  course.tell({ command, ...(!refusal && { about: actions.length + 1 }), reply });
  if (refusal) return course.hold(wrongRefusal(refusal, reply));
  if (course.repeats(body, actions.length) && !isSuccess(reply)) return;
  await course.hold(reply.status === 201 ? [] : [wrongStatus('CREATE-1', reply, 'status 201')]);
  const made = world.entity(reply, 201);
  const twin = actions.findIndex(({ id }) => id === made.id) + 1;
  const seen = { expected: 'an id of its own', received: made.id, at: '/id', exchange: reply.exchange };
  await course.hold(twin > 0 ? [discrepancy('CREATE-5', `the new action has the id of action #${twin}`, seen)] : []);
  actions.push(trackedAs(made));
  await course.hold(wrongCreate(body, made, reply.exchange));
}

function get(course: Course, command: Of<'get'>): Promise<void> {
  const index = indexOf(course, command.which);
  return course.look(index, command.as, { command, about: index + 1 });
}

async function update(course: Course, command: Of<'update'>): Promise<void> {
  const { as, defect, look } = command;
  const index = indexOf(course, command.which);
  const tracked = course.at(index);
  const patch = course.world.adaptedPatch(own(course, command.patch));
  const reply = await course.answer(course.world.update(tracked.id, patch, { as, defect }));
  course.tell({ command, about: index + 1, reply });
  const repeated = course.repeats(patch, index) && !isSuccess(reply) ? repeating : undefined;
  const refusal = refusalOf(as, 'update') ?? (defect === undefined ? repeated : invalid);
  if (refusal) return refused(course, index, refusal, reply, look);
  const { wrong, answer, standings } = heldUpdate(tracked, patch, reply);
  await lookBeforeBlame(course, index, wrong, answer);
  if (answer === 'done') {
    const values = patched(tracked.values, patch);
    course.note(index, { ...tracked, standings, values }, { what: 'update', patch });
    if (reply.status === 200) await course.see(index, course.world.entity(reply, 200), reply.exchange);
  } else course.note(index, { ...tracked, standings }, { what: 'refused', id: 'LIFECYCLE-4' });
  if (look) await course.look(index);
}

const invalid: Refusal = { id: 'UPDATE-10', statuses: [400, 422] };
const repeating: Refusal = { id: 'ERROR-8', statuses: [400, 409] };

async function cancel(course: Course, command: Of<'cancel'>): Promise<void> {
  const { as, look } = command;
  const index = indexOf(course, command.which);
  const tracked = course.at(index);
  const reply = await course.answer(course.world.cancel(tracked.id, { as }));
  course.tell({ command, about: index + 1, reply });
  const refusal = refusalOf(as, 'cancel');
  if (refusal) return refused(course, index, refusal, reply, look);
  const { wrong, answer, standings } = heldCancel(tracked, reply);
  await lookBeforeBlame(course, index, wrong, answer);
  const after = answer === 'done' ? cancelled(standings) : standings;
  course.note(index, { ...tracked, standings: after }, { what: 'cancel' });
  if (look) await lookForTheEnd(course, index);
}

async function miss(course: Course, command: Of<'miss'>): Promise<void> {
  const { world } = course;
  const { operation } = command;
  const id = world.unknownId();
  const sent = {
    get: () => world.get(id),
    update: () => world.update(id, { actionReason: 'of nobody' }),
    cancel: () => world.cancel(id),
  };
  const reply = await course.answer(sent[operation]());
  course.tell({ command, reply });
  await course.hold(wrongRefusal(missing[operation], reply));
}

/** What was refused has changed nothing; what it was refused for says which input promises that. */
async function refused(course: Course, index: number, refusal: Refusal, reply: Reply, look: boolean): Promise<void> {
  await course.hold(wrongRefusal(refusal, reply));
  const id = refusal.id === 'UPDATE-10' || refusal.id === 'AUTH-12' ? refusal.id : 'ERROR-8';
  course.note(index, course.at(index), { what: 'refused', id });
  if (look) await course.look(index);
}

/** Where a good request was refused, what came of the action before may be the reason; then that is what is wrong. */
async function lookBeforeBlame(course: Course, index: number, wrong: Held['wrong'], answer: Answer): Promise<void> {
  if (wrong.length > 0 && answer === 'refused') await course.look(index);
  await course.hold(wrong);
}

/** A cancel may take the settle time to end an action (LIFECYCLE-13); where that is not asked, one look is enough. */
async function lookForTheEnd(course: Course, index: number): Promise<void> {
  await course.look(index);
  const isOver = () => !later(course.at(index).standings, false).some(({ ending }) => ending);
  if (isOver() || !course.judges('LIFECYCLE-13')) return;
  await course.world.eventually(() => course.look(index), isOver);
  const exchange = course.world.exchanges.at(-1);
  const { status } = course.at(index).shown;
  if (isOver() || isFinalStatus(status) || !exchange) return;
  const seen = { expected: 'Completed or Failed within the settle time', received: status, at: '/status', exchange };
  await course.hold([discrepancy('LIFECYCLE-13', 'the cancelled action has not ended', seen)]);
}

/** The body with the context that tells this attempt's actions from all others. */
function own({ marker }: Course, body: WritableBody): WritableBody {
  const { clientContext } = body;
  return typeof clientContext === 'string' ? { ...body, clientContext: `${marker} ${clientContext}` } : body;
}

function indexOf({ actions }: Course, which: number): number {
  return Math.min(which, actions.length - 1);
}
