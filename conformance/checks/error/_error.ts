import { member, type Reply } from '../../engine/evidence/reply.js';

/** The `error` member of the body; `undefined` if there is none. */
export function errorOf(reply: Reply): unknown {
  return member(reply.body, 'error');
}
