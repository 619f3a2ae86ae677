import { replyOf } from '../../evidence/recorded-exchange.js';
import { attachExchange } from '../../judge/judge.js';
import type { Finding } from '../../judge/violation.js';
import { idOf } from '../../world/world.js';
import type { Discovery } from '../explorer.js';
import type { RepeatedIds } from './audit-log.js';

/** Two creates of the run, whichever cases sent them, returned one id. */
export function repeatedIds(repeated: RepeatedIds | undefined): readonly Discovery[] {
  if (!repeated) return [];
  const { first, times } = repeated;
  const id = first.response && idOf(replyOf(first, first.response));
  const message = `creates with different bodies returned an id that an earlier create had returned (${times} times in this run)`;
  const finding: Finding = { message, expected: 'an id that no other action has', received: String(id), at: '/id' };
  return [{ id: 'CREATE-5', finding: { ...attachExchange(finding, first), input: 'audit' } }];
}
