import { slip } from '../slip.js';
import { patched, readsPatch } from './_changes.js';

const noParts = { provider: null, providerVersion: null, subProvider: null, vendor: null };

/** The time of end in a PATCH, read otherwise. */
function readsEnd(edit: (date: string) => string) {
  return readsPatch((body) =>
    typeof body.completedDateTime === 'string' ? { ...body, completedDateTime: edit(body.completedDateTime) } : body,
  );
}

export const slips = [
  slip(
    'UPDATE-6',
    'null for the context is ignored',
    patched((_, before, sent) => sent.clientContext === null && { clientContext: before.clientContext }),
  ),
  slip(
    'UPDATE-6',
    'a cleared reason comes back as an empty text',
    patched((_, __, sent) => sent.actionReason === null && { actionReason: '' }),
  ),
  slip(
    'UPDATE-6',
    'a cleared vendorInformation comes back empty in its parts',
    patched((_, __, sent) => sent.vendorInformation === null && { vendorInformation: noParts }),
  ),
  slip(
    'UPDATE-7',
    'pairs are added to the stored ones',
    patched(
      (right, before, sent) =>
        sent.parameters !== undefined && { parameters: [...before.parameters, ...right.parameters] },
    ),
    { relatives: ['UPDATE-4'] },
  ),
  slip(
    'UPDATE-7',
    'pairs are merged by their names',
    patched((right, before) => {
      const replaced = new Set(right.parameters.map(({ name }) => name));
      const kept = before.parameters.filter(({ name }) => !replaced.has(name));
      return { parameters: [...kept, ...right.parameters] };
    }),
    { relatives: ['UPDATE-4'] },
  ),
  slip(
    'UPDATE-7',
    'of two pairs with one name only the last is stored',
    patched(({ parameters }) => ({
      parameters: [...new Map(parameters.map((pair) => [pair.name, pair])).values()],
    })),
  ),
  slip(
    'UPDATE-8',
    'a part of the vendor replaces the whole',
    patched((_, __, sent) => {
      const { vendorInformation } = sent;
      return vendorInformation ? { vendorInformation: { ...noParts, ...vendorInformation } } : false;
    }),
  ),
  slip(
    'UPDATE-8',
    'a null part clears the others too',
    patched((right, __, { vendorInformation: sent }) => {
      const cleared = sent && Object.values(sent).includes(null);
      return cleared ? { vendorInformation: { ...right.vendorInformation, ...noParts } } : false;
    }),
  ),
  slip(
    'UPDATE-16',
    'the offset of a date is ignored',
    readsEnd((date) => date.replace(/[+-]\d\d:\d\d$/, 'Z')),
  ),
  slip(
    'UPDATE-16',
    'the sign of an offset is turned',
    readsEnd((date) => date.replace(/[+-](?=\d\d:\d\d$)/, (sign) => (sign === '+' ? '-' : '+'))),
  ),
  slip(
    'UPDATE-16',
    'the minutes of an offset are ignored',
    readsEnd((date) => date.replace(/([+-]\d\d):\d\d$/, '$1:00')),
  ),
  slip(
    'UPDATE-16',
    'a date with seven digits is refused',
    readsEnd((date) => (/\.\d{7}/.test(date) ? 'no date' : date)),
    { relatives: ['UPDATE-1'] },
  ),
];
