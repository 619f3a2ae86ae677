import { acceptedCreate } from './_accepted-create.js';

export default acceptedCreate('CREATE-32', (world) => {
  const { name, parameters, vendorInformation } = world.body();
  return [{ name: 'random values', body: { name, parameters, vendorInformation } }];
});
