import { expect, test } from 'vitest';
import { always, targetOf, worldOn } from '../../engine/testing.js';
import { ownActionsOf } from './_own-actions.js';
import linksLeadToTheLastPage from './07-links-lead-to-the-last-page.case.js';

const worldWith = (isLong: boolean) => worldOn(targetOf(always(200, {})), { profile: isLong ? { isLong } : {} });

test('a long list is read in pages of its own size, and by one input of LIST-7', () => {
  const batch = { property: 'actionReason', text: 'a', actions: [], add: () => Promise.reject(new Error()) };
  const sent = (isLong: boolean) => ownActionsOf(worldWith(isLong), batch as never).inPages.headers;
  expect([sent(true), sent(false)]).toEqual([{}, { prefer: 'odata.maxpagesize=20' }]);
  const inputs = (isLong: boolean) => linksLeadToTheLastPage.inputs(worldWith(isLong)).length;
  expect([inputs(true), inputs(false)]).toEqual([1, 5]);
});
