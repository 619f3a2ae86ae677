import type { OperationStatus } from '../../../generated/lifecycle.js';
import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { editStatus, on } from '../wire.js';
import { isCancel, readBeside } from './_changes.js';

/** A cancel that is refused for the way in which it is asked for. */
function refusesBody(which: (text: string, type: string | null) => boolean, status = 400): Difference {
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
function refusesIn(status: OperationStatus, answer: number): Difference {
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
function answersWith(text: string, headers: Readonly<Record<string, string>>): Difference {
  return {
    fetch: (inner) => async (request) => {
      const answer = await inner(request);
      if (!isCancel(request) || answer.status !== 204) return answer;
      return new Response(text || null, { status: 200, headers: [...answer.headers, ...Object.entries(headers)] });
    },
  };
}

const json = { 'content-type': 'application/json' };

export const slips = [
  slip(
    'CANCEL-1',
    'a cancel is answered with 202',
    { fetch: editStatus(on('cancel', 204), 202) },
    { relatives: ['SURFACE-5', 'SURFACE-11', 'CANCEL-14', 'HTTP-17'] },
  ),
  slip('CANCEL-1', 'a running action cannot be cancelled', refusesIn('Running', 409), {
    relatives: ['CANCEL-4', 'CANCEL-5', 'CANCEL-6'],
  }),
  slip('CANCEL-2', 'a cancel is answered with the action', {
    fetch: (inner) => async (request) => {
      const answer = await inner(request);
      return isCancel(request) && answer.status === 204 ? inner(readBeside(request)) : answer;
    },
  }),
  slip('CANCEL-2', 'a cancel is answered with an empty object', answersWith('{}', json)),
  slip('CANCEL-3', 'an empty 200 claims JSON', answersWith('', { 'content-type': 'application/json; charset=utf-8' })),
  slip(
    'CANCEL-3',
    'an empty 200 claims JSON with metadata',
    answersWith('', { 'content-type': 'Application/JSON;odata.metadata=minimal' }),
  ),
  slip(
    'CANCEL-4',
    'a cancel needs a body',
    refusesBody((text) => text === ''),
    { relatives: ['SURFACE-5', 'SURFACE-11', 'CANCEL-1', 'CANCEL-6'] },
  ),
  slip(
    'CANCEL-4',
    'a cancel needs a media type',
    refusesBody((_, type) => type === null, 415),
    { relatives: ['SURFACE-5', 'SURFACE-11', 'CANCEL-1', 'CANCEL-13'] },
  ),
  slip(
    'CANCEL-5',
    'a cancel takes no body',
    refusesBody((text) => text !== ''),
  ),
  slip(
    'CANCEL-5',
    'an object of a cancel has to have a member',
    refusesBody((text) => text === '{}', 422),
  ),
  slip(
    'CANCEL-6',
    'a cancel that says JSON has to have a body',
    refusesBody((text, type) => text === '' && type !== null),
  ),
  slip(
    'CANCEL-7',
    'a cancel of an unknown id is answered with 204',
    { fetch: editStatus(on('cancel', 404), 204) },
    { relatives: ['AUTH-12'] },
  ),
  slip(
    'CANCEL-7',
    'a cancel of an unknown id is answered with 400',
    { fetch: editStatus(on('cancel', 404), 400) },
    { relatives: ['AUTH-12'] },
  ),
  slip('CANCEL-7', 'the second cancel of an unknown id is answered with 204', () => {
    const asked = new Set<string>();
    return {
      fetch: editStatus(({ operation, request: { url }, status }) => {
        if (operation !== 'cancel' || status !== 404) return false;
        return asked.has(url) || asked.add(url) === undefined;
      }, 204),
    };
  }),
  slip('CANCEL-13', 'a cancel of a completed action is not found', refusesIn('Completed', 404)),
  slip('CANCEL-13', 'a cancel of a failed action is not allowed', refusesIn('Failed', 403), {
    relatives: ['CANCEL-12'],
  }),
  slip(
    'CANCEL-14',
    'a cancel of a running action is answered with 202',
    () => {
      let running = false;
      return {
        behaviour: (right) => ({
          cancel: (action, change) => {
            running = action.status === 'Running';
            return right.cancel(action, change);
          },
          cancelled: () => (running ? { status: 202 } : right.cancelled()),
        }),
      };
    },
    { relatives: ['CANCEL-1', 'HTTP-17'] },
  ),
  slip(
    'CANCEL-14',
    'a cancel takes any preference for respond-async',
    {
      fetch: editStatus(
        ({ operation, request, status }) => operation === 'cancel' && status === 204 && request.headers.has('prefer'),
        202,
      ),
    },
    { relatives: ['CANCEL-1', 'HTTP-17'] },
  ),
];
