import type { Exchange } from '../engine/evidence/exchange.js';
import { headerFields } from '../engine/evidence/header-fields.js';
import type { ExchangeLine } from './lines.js';

/** The exchange of a line. */
export function exchangeOf({ type, world, part, case: id, input, response, ...exchange }: ExchangeLine): Exchange {
  return { ...exchange, ...(response && { response: { ...response, headers: headerFields(response.headers) } }) };
}
