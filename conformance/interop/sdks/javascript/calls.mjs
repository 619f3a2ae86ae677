import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

/** What the runner tells about its servers and their client, by the names of `sdk-server.ts`. */
export const given = process.env;

/** Plays the calls in their order, and prints for each its name, and the problem when it failed. */
export async function play(calls) {
  for (const [call, perform] of Object.entries(calls)) {
    try {
      await perform();
      console.log(JSON.stringify({ call }));
    } catch (error) {
      console.log(JSON.stringify({ call, problem: `${error.name}: ${error.message || JSON.stringify(error)}` }));
    }
  }
}

/** A credential whose token is always `token`. */
export const fixedToken = (token) => ({
  getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
});

/** A text that no other call uses. */
export const unique = (name) => `${name} ${randomUUID()}`;

/** Fails unless these texts come in descending order, and those of `own` are among them. */
export function assertDescending(all, own) {
  assert.deepEqual(all, all.toSorted().toReversed());
  assert.deepEqual(
    all.filter((one) => own.includes(one)),
    own.toSorted().toReversed(),
  );
}

/** Fails unless `perform` rejects. Returns the error. */
export const refused = (perform) =>
  perform().then(
    () => assert.fail('the call succeeded'),
    (error) => error,
  );
