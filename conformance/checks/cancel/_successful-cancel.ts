import type { SeenExchange } from '../../engine/judge/observation.js';

/** Whether the exchange is a cancel that was accepted. */
export function isAccepted({ exchange, reply }: SeenExchange): boolean {
  return exchange.operation === 'cancel' && reply.status >= 200 && reply.status < 300;
}
