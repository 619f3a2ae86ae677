import { expect, test } from 'vitest';
import { authorize } from './authorize.js';
import { callerOf } from './caller.js';
import { type ReferenceIdentity, referenceIdentities } from './identities.js';

const operations = ['list', 'get', 'create', 'update', 'cancel'] as const;

const permitted: Readonly<Record<Exclude<ReferenceIdentity, 'expired'>, readonly string[]>> = {
  writer: operations,
  neighbour: operations,
  reader: ['list', 'get'],
  stranger: [],
  delegated: [],
};

for (const [identity, allowed] of Object.entries(permitted)) {
  test(`the ${identity} is allowed to call ${allowed.join(', ') || 'no operation'}`, () => {
    const caller = callerOf({ ...referenceIdentities[identity as ReferenceIdentity] });
    for (const operation of operations) {
      const attempt = () => authorize(caller, operation);
      if (allowed.includes(operation)) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(expect.objectContaining({ status: 403 }));
    }
  });
}

test('a delegated token is rejected even if it also has application roles', () => {
  const caller = callerOf({
    ...referenceIdentities.writer,
    scp: 'SecurityActions.Read.All',
    upn: 'analyst@contoso.example',
  });
  expect(() => authorize(caller, 'list')).toThrow(expect.objectContaining({ status: 403 }));
});
