import { statuses } from '../../../generated/lifecycle.js';
import { isObject } from '../../engine/evidence/reply.js';
import { mutant } from '../../selftest/mutant.js';
import { bodyOf, doneBeforeRefused, isPatch, readsPatch, withBody } from '../../selftest/mutants/changes.js';
import { takesBack } from '../../selftest/mutants/sequences/refused.js';
import { without } from '../../selftest/mutants/update/refusals.js';

export const mutants = [
  mutant('UPDATE-10', 'an invalid PATCH takes back the texts of the one before', takesBack(400), {
    foundBy: 'sequences',
  }),
  mutant(
    'UPDATE-10',
    'a status that is none is ignored',
    readsPatch((body) => (statuses.includes(body.status as never) ? body : without(body, 'status'))),
  ),
  mutant(
    'UPDATE-10',
    'the number of a status is taken for it',
    readsPatch((body) => (typeof body.status === 'number' ? { ...body, status: statuses[body.status] } : body)),
  ),
  mutant(
    'UPDATE-10',
    'a status with a space behind it is taken',
    readsPatch((body) => (typeof body.status === 'string' ? { ...body, status: body.status.trim() } : body)),
  ),
  mutant(
    'UPDATE-10',
    'a date is not looked at',
    readsPatch((body) => without(body, 'completedDateTime')),
  ),
  mutant(
    'UPDATE-10',
    'a day that the year lacks is moved into the next month',
    readsPatch((body) => {
      const { completedDateTime: sent } = body;
      const lenient = typeof sent === 'string' && /^\d{4}-02-29T/.test(sent);
      return lenient ? { ...body, completedDateTime: new Date(sent).toISOString() } : body;
    }),
  ),
  mutant(
    'UPDATE-10',
    'numbers are taken for texts',
    readsPatch((body) =>
      typeof body.actionReason === 'number' ? { ...body, actionReason: String(body.actionReason) } : body,
    ),
  ),
  mutant(
    'UPDATE-10',
    'a vendor with a wrong part is ignored',
    readsPatch((body) => {
      const { vendorInformation: sent } = body;
      const wrong = isObject(sent) && !Object.values(sent).every((part) => part === null || typeof part === 'string');
      return wrong ? without(body, 'vendorInformation') : body;
    }),
  ),
  mutant(
    'UPDATE-10',
    'one pair is taken for a list of one',
    readsPatch((body) => (isObject(body.parameters) ? { ...body, parameters: [body.parameters] } : body)),
  ),
  mutant(
    'UPDATE-10',
    'the reason is written before a wrong name is refused',
    doneBeforeRefused(async (request) => {
      const { name, actionReason } = isPatch(request) ? await bodyOf(request) : {};
      const half = typeof name === 'number' && typeof actionReason === 'string';
      return half ? withBody(request, { actionReason }) : undefined;
    }),
  ),
];
