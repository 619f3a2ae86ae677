import type { RaceLane, RaceRequest } from '../../engine/race/round.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { statusPatch, type World } from '../../engine/world/world.js';
import type { OperationStatus } from '../../model/lifecycle.js';

/** The requests of a round, as a sentence and for each client. */
export interface RaceKind {
  readonly says: string;
  readonly lanes: (world: World) => readonly RaceLane[];
}

const get: RaceRequest = { operation: 'get' };
const cancel: RaceRequest = { operation: 'cancel' };

const reads = [get, get, get];
const update = (patch: WritableBody): RaceRequest => ({ operation: 'update', patch });
const setStatus = (status: OperationStatus) => update(statusPatch(status));
const reason = (world: World) => update({ actionReason: world.text('Reason') });
const context = (world: World) => update({ clientContext: world.text('Context') });
const addresses = (world: World) => [{ name: 'IP', value: `198.51.100.${world.draw.integer(256)}` }];

/** One more part beside the vendor and the provider, without which a target may not accept the others. */
function vendorPart(world: World, part: WritableBody['vendorInformation']): RaceRequest {
  return update({ vendorInformation: { ...world.body().vendorInformation, ...part } });
}

/** Several properties at once, so that a mixture of two updates is visible. */
function several(world: World, status?: OperationStatus): RaceRequest {
  const texts = { actionReason: world.text('Reason'), clientContext: world.text('Context') };
  return update({ ...(status && statusPatch(status)), ...texts, parameters: addresses(world) });
}

/** The kinds of rounds. Each round starts with a new action, from which every other status can be reached. */
export const raceKinds: readonly RaceKind[] = [
  {
    says: 'updates of different properties',
    lanes: (world) => [[reason(world)], [context(world)], [update({ parameters: addresses(world) })]],
  },
  { says: 'updates of the same properties', lanes: (world) => [[several(world), several(world)], [several(world)]] },
  {
    says: 'updates of different parts of the vendor',
    lanes: (world) => [
      [vendorPart(world, { providerVersion: world.text('Version') })],
      [vendorPart(world, { subProvider: world.text('Part') })],
    ],
  },
  { says: 'update and cancel', lanes: (world) => [[reason(world)], [cancel], [several(world)]] },
  { says: 'status change and cancel', lanes: (world) => [[setStatus('Running'), context(world)], [cancel]] },
  {
    says: 'completing and failing update',
    lanes: (world) => [[several(world, 'Completed')], [several(world, 'Failed')], [get, get]],
  },
  {
    says: 'updates to the same final status',
    lanes: (world) => [[setStatus('Completed')], [setStatus('Completed')], [reason(world)]],
  },
  { says: 'cancels', lanes: () => [[cancel], [cancel], [cancel]] },
  { says: 'completing update and cancel', lanes: (world) => [[several(world, 'Completed')], [cancel]] },
  {
    says: 'reads during updates',
    lanes: (world) => [reads, [several(world, 'Running'), get], [several(world), get]],
  },
  { says: 'reads during a status change', lanes: (world) => [reads, [several(world, 'Running'), get]] },
  { says: 'reads during a cancel', lanes: (world) => [reads, [several(world), get], [cancel, get]] },
];
