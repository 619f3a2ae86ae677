import type { OperationStatus } from '../../../../generated/lifecycle.js';
import { Refusal } from '../../../reference/refusal.js';
import type { Difference } from '../../server/difference.js';
import { isCancel } from '../changes.js';

/** A cancel that is refused for the way in which it is asked for. */
export function refusesBody(which: (text: string, type: string | null) => boolean, status = 400): Difference {
  return {
    behaviour: (right) => ({
      readNothing: async (request, most, decide) => {
        const wrong = which(await request.clone().text(), request.headers.get('content-type'));
        if (wrong) throw new Refusal(status, 'This is no way to cancel.');
        return right.readNothing(request, most, decide);
      },
    }),
  };
}

/** A cancel that is refused where the action has this status. */
export function refusesIn(status: OperationStatus, answer: number): Difference {
  return {
    behaviour: (right) => ({
      cancel: (action, change) => {
        if (action.status === status) throw new Refusal(answer, 'The action cannot be cancelled now.');
        return right.cancel(action, change);
      },
    }),
  };
}

/** A successful cancel that is answered with this body. */
export function answersWith(text: string, headers: Readonly<Record<string, string>>): Difference {
  return {
    fetch: (inner) => async (request) => {
      const answer = await inner(request);
      if (!isCancel(request) || answer.status !== 204) return answer;
      return new Response(text || null, { status: 200, headers: [...answer.headers, ...Object.entries(headers)] });
    },
  };
}
