import type { OperationStatus } from '../../../../generated/lifecycle.js';
import { Rejection } from '../../../reference/rejection.js';
import type { Difference } from '../../server/difference.js';
import { isCancel } from '../changes.js';

/** A cancel that is rejected because of its body or content type. */
export function rejectsBody(which: (text: string, type: string | null) => boolean, status = 400): Difference {
  return {
    behaviour: (right) => ({
      readNothing: async (request, most, decide) => {
        const wrong = which(await request.clone().text(), request.headers.get('content-type'));
        if (wrong) throw new Rejection(status, 'The body of the cancel is not accepted.');
        return right.readNothing(request, most, decide);
      },
    }),
  };
}

/** A cancel that is rejected when the action has this status. */
export function rejectsIn(status: OperationStatus, rejection: number): Difference {
  return {
    behaviour: (right) => ({
      cancel: (action, change) => {
        if (action.status === status) throw new Rejection(rejection, 'The action cannot be cancelled now.');
        return right.cancel(action, change);
      },
    }),
  };
}

/** A successful cancel that responds with 200 and this body. */
export function respondsWith(text: string, headers: Readonly<Record<string, string>>): Difference {
  return {
    fetch: (inner) => async (request) => {
      const response = await inner(request);
      if (!isCancel(request) || response.status !== 204) return response;
      return new Response(text || null, { status: 200, headers: [...response.headers, ...Object.entries(headers)] });
    },
  };
}
