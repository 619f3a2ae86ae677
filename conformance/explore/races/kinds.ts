import type { WritableBody } from '../../engine/world/bodies.js';
import { statusPatch, type World } from '../../engine/world/world.js';
import type { OperationStatus } from '../../model/lifecycle.js';
import type { Move } from './round.js';

/** What is sent at the same time. A lane is what one client sends one after the other. */
export interface Kind {
  readonly says: string;
  readonly lanes: (world: World) => readonly (readonly Move[])[];
}

const get: Move = { does: 'get' };
const cancel: Move = { does: 'cancel' };

function update(patch: WritableBody): Move {
  return { does: 'update', patch };
}

function reason(world: World): Move {
  return update({ actionReason: world.text('Reason') });
}

function context(world: World): Move {
  return update({ clientContext: world.text('Context') });
}

function address(world: World): Move {
  return update({ parameters: addresses(world) });
}

function addresses(world: World) {
  return [{ name: 'IP', value: `198.51.100.${world.draw.integer(256)}` }];
}

/** Several properties, of which a mixture with those of another update shows. */
function several(world: World, status?: OperationStatus): Move {
  const texts = { actionReason: world.text('Reason'), clientContext: world.text('Context') };
  return update({ ...(status && statusPatch(status)), ...texts, parameters: addresses(world) });
}

function step(status: OperationStatus): Move {
  return update(statusPatch(status));
}

/** Each kind of round begins with a new action: from there the lifecycle leaves all ways open. */
export const kinds: readonly Kind[] = [
  { says: 'updates of different properties', lanes: (world) => [[reason(world)], [context(world)], [address(world)]] },
  { says: 'updates of the same properties', lanes: (world) => [[several(world), several(world)], [several(world)]] },
  {
    says: 'updates of different parts of the vendor',
    lanes: (world) => [
      [update({ vendorInformation: { providerVersion: world.text('Version') } })],
      [update({ vendorInformation: { subProvider: world.text('Part') } })],
    ],
  },
  { says: 'update and cancel', lanes: (world) => [[reason(world)], [cancel], [several(world)]] },
  { says: 'step and cancel', lanes: (world) => [[step('Running'), context(world)], [cancel]] },
  {
    says: 'completing and failing update',
    lanes: (world) => [[several(world, 'Completed')], [several(world, 'Failed')], [get, get]],
  },
  { says: 'steps to the same end', lanes: (world) => [[step('Completed')], [step('Completed')], [reason(world)]] },
  { says: 'cancels', lanes: () => [[cancel], [cancel], [cancel]] },
  { says: 'completing update and cancel', lanes: (world) => [[several(world, 'Completed')], [cancel]] },
  {
    says: 'reads during updates',
    lanes: (world) => [
      [get, get, get],
      [several(world, 'Running'), get],
      [several(world), get],
    ],
  },
  {
    says: 'reads during a step',
    lanes: (world) => [
      [get, get, get],
      [several(world, 'Running'), get],
    ],
  },
  {
    says: 'reads during a cancel',
    lanes: (world) => [
      [get, get, get],
      [several(world), get],
      [cancel, get],
    ],
  },
];
