import { isSuccess } from '../../engine/evidence/reply.js';
import type { SeenExchange } from '../../engine/judge/observation.js';

/** True for a cancel with a 2xx response. */
export function isSuccessfulCancel({ exchange, reply }: SeenExchange): boolean {
  return exchange.operation === 'cancel' && isSuccess(reply);
}
