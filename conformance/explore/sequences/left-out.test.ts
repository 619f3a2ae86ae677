import { expect, test } from 'vitest';
import type { World } from '../../engine/world/world.js';
import type { OperationStatus } from '../../model/lifecycle.js';
import type { Command } from './command.js';
import { SequencePlay } from './sequence-play.js';
import { trackedAction } from './tracked-action.js';

/** Whether a sequence leaves a PATCH of this status out when its action has the other one. */
function isLeftOut(from: OperationStatus, patch: object, evenIfForbidden = false): boolean {
  const play = new SequencePlay({} as World, () => true, 'marker');
  play.actions.push(trackedAction({ id: 'a', status: from }));
  const command: Command = { does: 'update', which: 0, patch, as: 'writer', readBack: true, evenIfForbidden };
  return play.leavesOut(command);
}

test('a status that may not follow is left out', () => {
  expect(isLeftOut('Running', { status: 'NotStarted' })).toBe(true);
  expect(isLeftOut('Failed', { status: 'Completed', actionReason: 'x' })).toBe(true);
});

test('a status that may follow or is the present one, and a PATCH without a status, are sent', () => {
  expect(isLeftOut('NotStarted', { status: 'Failed' })).toBe(false);
  expect(isLeftOut('Failed', { status: 'Failed' })).toBe(false);
  expect(isLeftOut('Failed', { actionReason: 'x' })).toBe(false);
});

test('some are sent nevertheless, so that sequences have rejected changes of status', () => {
  expect(isLeftOut('Running', { status: 'NotStarted' }, true)).toBe(false);
});
