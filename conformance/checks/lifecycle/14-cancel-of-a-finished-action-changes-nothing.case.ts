import { scenario } from '../../engine/check.js';
import { type Ending, endedAction, endingName, endings } from '../../engine/world/status-paths.js';
import { expectNoChange, type ReadAfter, readAfter } from '../_changed.js';
import { expectSamePlaces, placesAround } from '../_place-in-list.js';
import { expectNothingChanged } from './_kept.js';

const inList = 'in the list';

/** CANCEL-12 and CANCEL-13 check the status code; whatever it is, nothing may change, and the action keeps its place in the list. */
export default scenario('LIFECYCLE-14', {
  listsAll: true,
  each: (world): readonly (Ending | typeof inList)[] => [...endings(world), inList],
  named: (ending) => (ending === inList ? inList : endingName(ending)),
  given: async (world, ending) => (ending === inList ? undefined : endedAction(world, ending)),
  when: async (world, action) => {
    if (!action) return placesAround(world, (id) => world.cancel(id));
    const reads: ReadAfter[] = [];
    for (let times = 0; times < 2; times++) {
      await world.cancel(action.id);
      reads.push(await readAfter(world, action));
    }
    return reads;
  },
  then: (seen, action) => {
    if ('before' in seen) return expectSamePlaces(seen);
    for (const read of action ? seen : []) {
      expectNothingChanged(read.after, action as NonNullable<typeof action>);
      expectNoChange(read, action as NonNullable<typeof action>, 'a cancel of a finished action');
    }
  },
});
