import { Refusal } from '../../reference/refusal.js';
import { slip } from '../slip.js';
import { editActions, editStatus, on } from '../wire.js';
import { bodyOf, isPatch, patched, readBeside, readsPatch, withBody } from './_changes.js';

export const slips = [
  slip(
    'UPDATE-1',
    'an update is answered with 202',
    { fetch: editStatus(on('update', 200), 202) },
    { relatives: ['UPDATE-18', 'UPDATE-20', 'HTTP-17'] },
  ),
  slip(
    'UPDATE-1',
    'an update is answered with 204, as the page says',
    {
      behaviour: { updated: ({ etag }) => ({ status: 204, headers: { ETag: etag } }) },
    },
    { relatives: ['UPDATE-18', 'UPDATE-20', 'HTTP-5'] },
  ),
  slip(
    'UPDATE-1',
    'null for the name is refused',
    readsPatch((body) => (body.name === null ? { ...body, name: 0 } : body)),
    { relatives: ['UPDATE-6'] },
  ),
  slip('UPDATE-1', 'the same PATCH is refused the second time', {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        const after = right.applyPatch(action, patch, change);
        const idle = after === action && action.status === 'NotStarted' && patch.actionReason;
        return idle
          ? right.applyPatch(action, { status: 'Running' }, { ...change, transition: () => 'refuse' })
          : after;
      },
    }),
  }),
  slip(
    'UPDATE-2',
    'the answer shows the action as it was before',
    {
      fetch: (inner) => async (request) => {
        if (!isPatch(request)) return inner(request);
        const before = await inner(readBeside(request));
        const answer = await inner(request);
        return answer.status === 200 ? before : answer;
      },
    },
    { relatives: ['RESOURCE-18'] },
  ),
  slip(
    'UPDATE-2',
    'the answer is the body that was sent',
    {
      fetch: (inner) => async (request) => {
        const sent = isPatch(request) ? await bodyOf(request) : {};
        const answer = await inner(request);
        const isShown = isPatch(request) && answer.status === 200 && sent.id === undefined;
        return isShown ? Response.json(sent, answer) : answer;
      },
    },
    { relatives: ['UPDATE-3', 'UPDATE-18', 'UPDATE-20', 'HTTP-5'] },
  ),
  slip(
    'UPDATE-3',
    'the answer has another id',
    {
      fetch: editActions(on('update'), (action) => ({ ...action, id: `${action.id}x` })),
    },
    { relatives: ['SURFACE-12', 'UPDATE-2'] },
  ),
  slip(
    'UPDATE-3',
    'the second answer has another id',
    () => {
      const answered = new Set<unknown>();
      return {
        fetch: editActions(on('update'), (action) => {
          if (answered.has(action.id)) return { ...action, id: `${action.id}-2` };
          answered.add(action.id);
          return action;
        }),
      };
    },
    { relatives: ['UPDATE-2'] },
  ),
  slip(
    'UPDATE-9',
    'an update of an unknown id is answered with 400',
    { fetch: editStatus(on('update', 404), 400) },
    { relatives: ['AUTH-12'] },
  ),
  slip(
    'UPDATE-9',
    'an update of an unknown id is answered with 204',
    { fetch: editStatus(on('update', 404), 204) },
    { relatives: ['AUTH-12'] },
  ),
  slip('UPDATE-9', 'an update of an unknown id creates an action', {
    fetch: (inner) => async (request) => {
      const sent = isPatch(request) ? await bodyOf(request) : {};
      const answer = await inner(request);
      if (!isPatch(request) || answer.status !== 404) return answer;
      const collection = new Request(request.url.replace(/\/[^/]+$/, ''), { method: 'POST', headers: request.headers });
      await inner(withBody(collection, { parameters: [], ...sent }));
      return answer;
    },
  }),
  slip(
    'UPDATE-15',
    'only the end is added to the history',
    {
      ...patched(
        (right, before) => before.status !== 'Running' && right.status === 'Running' && { states: before.states },
      ),
    },
    { relatives: ['LIFECYCLE-6'] },
  ),
  slip('UPDATE-17', 'an empty object is a conflict', {
    behaviour: (right) => ({
      validateUpdate: (body) => {
        if (Object.keys(body).length === 0) throw new Refusal(409, 'There is nothing to change.');
        return right.validateUpdate(body);
      },
    }),
  }),
  slip(
    'UPDATE-17',
    'an empty object clears the reason',
    patched((_, __, sent) => Object.keys(sent).length === 0 && { actionReason: null }),
  ),
];
