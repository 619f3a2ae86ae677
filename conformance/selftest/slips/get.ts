import { setTimeout } from 'node:timers/promises';
import type { RequirementId } from '../../../generated/requirements.js';
import type { MakesDifference } from '../difference.js';
import { operationOf } from '../operation.js';
import { refused } from '../refused.js';
import { slip } from '../slip.js';
import { editStatus, editText, type Json, on, rebuilt } from '../wire.js';

/** While an action is read nobody else can read it. */
const locks: MakesDifference = () => {
  const reading = new Set<string>();
  return {
    fetch: (inner) => async (request) => {
      if (operationOf(request) !== 'get') return inner(request);
      if (reading.has(request.url)) return refused(409)(request);
      reading.add(request.url);
      try {
        await setTimeout(2);
        return await inner(request);
      } finally {
        reading.delete(request.url);
      }
    },
  };
};

/** Requests that ask for an action as somebody did before who got the same status, with no other request about it in between. */
function repeated(status: number, answer: (response: Response) => Response | Promise<Response>): MakesDifference {
  return () => {
    const last = new Map<string, number>();
    return {
      fetch: (inner) => async (request) => {
        const [url, operation] = [request.url, operationOf(request)];
        const response = await inner(request);
        const again = operation === 'get' && last.get(url) === response.status;
        if (operation === 'get') last.set(url, response.status);
        else last.delete(url.replace(/\/[\w.]*cancelSecurityAction$/, ''));
        return again && response.status === status ? answer(response) : response;
      },
    };
  };
}

/** The answer with its body changed. */
async function remade(response: Response, edit: (body: Json) => unknown): Promise<Response> {
  return rebuilt(response, { text: JSON.stringify(edit((await response.json()) as Json)) });
}

/** Who else reads an action again and needs it bare. */
const readAgain: readonly RequirementId[] = [
  'CREATE-9',
  'SURFACE-3',
  'SURFACE-12',
  'UPDATE-12',
  'AUTH-6',
  'AUTH-9',
  'AUTH-10',
  'AUTH-12',
  'AUTH-13',
  'AUTH-14',
];

export const slips = [
  slip(
    'GET-1',
    'a whole action is answered with 206',
    { fetch: editStatus(on('get', 200), 206) },
    { relatives: ['HTTP-11', 'HTTP-17'] },
  ),
  slip('GET-1', 'two cannot read an action at the same time', locks),
  slip(
    'GET-2',
    'an action that is read again is wrapped in value',
    repeated(200, (response) => remade(response, (value) => ({ value }))),
    { relatives: readAgain },
  ),
  slip(
    'GET-2',
    'an action that is read again is a list of one',
    repeated(200, (response) => remade(response, (action) => [action])),
    { relatives: readAgain },
  ),
  slip(
    'GET-3',
    'an action that is not there is answered with 204',
    { fetch: editStatus(on('get', 404), 204) },
    { relatives: ['GET-4', 'LIST-23', 'AUTH-12', 'HTTP-17'] },
  ),
  slip(
    'GET-3',
    'an id that was not found is then found empty',
    repeated(404, (response) => rebuilt(response, { status: 200, text: '{}' })),
  ),
  slip(
    'GET-3',
    'an action that is not there is answered with 404 and a page',
    {
      fetch: editText(on('get', 404), () => '<h1>Not Found</h1>'),
    },
    { relatives: ['ERROR-1'] },
  ),
];
