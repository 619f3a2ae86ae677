import { slip } from '../slip.js';
import { keeps, makes, text } from './_create.js';

/** A create that stores the reason otherwise than it was sent. */
function rewritesReason(edit: (text: string) => unknown) {
  return makes(({ actionReason }) => ({ actionReason: actionReason === null ? null : edit(actionReason) }));
}

export const slips = [
  slip(
    'CREATE-11',
    'the reason is trimmed',
    rewritesReason((reason) => reason.trim()),
    { relatives: ['HTTP-13'] },
  ),
  slip(
    'CREATE-11',
    'the reason is cut at 1024 characters',
    rewritesReason((reason) => reason.slice(0, 1024)),
    { relatives: ['HTTP-13'] },
  ),
  slip(
    'CREATE-11',
    'the reason has its markup escaped',
    rewritesReason((reason) => reason.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
    { relatives: ['HTTP-13'] },
  ),
  slip(
    'CREATE-11',
    'the reason is stored in composed letters',
    rewritesReason((reason) => reason.normalize('NFC')),
    { relatives: ['HTTP-13'] },
  ),
  slip(
    'CREATE-11',
    'the reason has its line ends made alike',
    rewritesReason((reason) => reason.replaceAll('\r\n', '\n')),
  ),
  slip(
    'CREATE-11',
    'a reason that says null is none',
    rewritesReason((reason) => (reason === 'null' ? null : reason)),
  ),
  slip(
    'CREATE-11',
    'the context is stored in a column of 64 characters',
    makes(({ clientContext }) => ({ clientContext: clientContext?.slice(0, 64) ?? null })),
    { relatives: ['CREATE-28'] },
  ),
  slip(
    'CREATE-11',
    'the context has its percent signs decoded',
    makes(({ clientContext }) => ({ clientContext: text(clientContext, (all) => all.replaceAll('%20', ' ')) })),
  ),
  slip(
    'CREATE-11',
    'the name is made a key of',
    makes(({ name }) => ({ name: text(name, (all) => all.replace(/[^\p{L}\p{N}]+/gu, '-')) })),
    { relatives: ['CREATE-56'] },
  ),
  slip(
    'CREATE-56',
    'names are stored in lower case',
    makes(({ name }) => ({ name: name?.toLowerCase() ?? null })),
  ),
  slip(
    'CREATE-56',
    'names are stored with one capital, at the beginning',
    makes(({ name }) => ({ name: text(name, (all) => all.slice(0, 1).toUpperCase() + all.slice(1).toLowerCase()) })),
  ),
  slip(
    'CREATE-56',
    'the answer has the name as sent, the stored action with a capital',
    keeps(({ name }) => ({ name: name && name.slice(0, 1).toUpperCase() + name.slice(1) })),
  ),
];
