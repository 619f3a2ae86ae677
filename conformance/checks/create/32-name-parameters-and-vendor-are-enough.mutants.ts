import { mutant } from '../../selftest/mutant.js';
import { objectIn, refuses } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-32',
    'a vendor other than Microsoft has to be given a reason',
    refuses(
      ({ actionReason, clientContext, vendorInformation }) =>
        actionReason === undefined &&
        clientContext === undefined &&
        objectIn(vendorInformation).vendor === 'Example Security',
    ),
    { alsoFails: ['CREATE-33'] },
  ),
  mutant(
    'CREATE-32',
    'a context or a reason is demanded beside a name',
    refuses(
      (body) =>
        body.name !== undefined && !('clientContext' in body) && !('actionReason' in body) && !('@odata.type' in body),
    ),
    { alsoFails: ['CREATE-1', 'CREATE-12', 'CREATE-13', 'CREATE-14', 'CREATE-21', 'CREATE-33', 'CREATE-34'] },
  ),
];
