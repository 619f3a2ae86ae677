import type { Exchange } from '../../../engine/evidence/exchange.js';
import { truncate } from '../../../engine/evidence/preview.js';
import type { Step } from './observed.js';
import { shownAction } from './shown-status.js';

/** Requests of one input that are kept. */
const most = 60;
const longest = { url: 300, body: 200, shown: 60 };

/** The requests of a world in the order in which they were sent. */
export function stepsOf(exchanges: readonly Exchange[]): readonly Step[] {
  return [...exchanges]
    .sort((a, b) => a.startedAt - b.startedAt || a.number - b.number)
    .slice(0, most)
    .map(stepOf);
}

function stepOf(exchange: Exchange): Step {
  const { number, caller, operation, startedAt, endedAt, request, response, failure } = exchange;
  const shown = response ? shownAction(exchange)?.status : (failure ?? 'no response');
  return {
    ...{ number, caller, operation, startedAt, endedAt },
    method: request.method,
    url: truncate(request.url, longest.url),
    sent: request.body === undefined ? undefined : truncate(request.body, longest.body),
    status: response?.status,
    shown: shown && truncate(shown, longest.shown),
  };
}
