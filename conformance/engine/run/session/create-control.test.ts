import { expect, test } from 'vitest';
import { always, exchange, targetOf, worldOn } from '../../testing.js';
import { CreateControl } from './create-control.js';

/** What is said after a create with this defect that got this status, on a target that responds to plain creates with another one. */
async function said(defect: string | undefined, status: number, plain: number) {
  const control = new CreateControl((_, act) => act(worldOn(targetOf(always(plain, { error: {} })))));
  const create = exchange({ status }, { operation: 'create', ...(defect !== undefined && { defect }) });
  return (await control.rejection('CREATE-16', [create]))?.message;
}

test.each<[string, string | undefined, number]>([
  ['a valid create', undefined, 400],
  ['a create with a defect and a status that is not about its body', 'no `parameters`', 409],
])('the rejection of %s is that of any create, if plain ones are rejected, too', async (_, defect, status) => {
  expect(await said(defect, status, 409)).toMatch(/responds with 409 to any create/);
  expect(await said(defect, status, 201)).toBeUndefined();
});

test('the rejection of an invalid body is expected, and no create is sent', async () => {
  expect(await said('no `parameters`', 400, 409)).toBeUndefined();
});
