import { mutant } from '../../selftest/mutant.js';
import { objectIn, rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-32',
    'create requires a reason for the vendor Example Security',
    rejectsCreate(
      ({ actionReason, clientContext, vendorInformation }) =>
        actionReason === undefined &&
        clientContext === undefined &&
        objectIn(vendorInformation).vendor === 'Example Security',
    ),
    { alsoFails: ['CREATE-33'] },
  ),
  mutant(
    'CREATE-32',
    'create requires a clientContext or a reason when a name is sent',
    rejectsCreate(
      (body) =>
        body.name !== undefined && !('clientContext' in body) && !('actionReason' in body) && !('@odata.type' in body),
    ),
    { alsoFails: ['CREATE-1', 'CREATE-12', 'CREATE-13', 'CREATE-14', 'CREATE-21', 'CREATE-33', 'CREATE-34'] },
  ),
];
