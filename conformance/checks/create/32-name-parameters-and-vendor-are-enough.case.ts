import { accepted } from './_accepted-create.js';

export default accepted('CREATE-32', (world) => {
  const { name, parameters, vendorInformation } = world.body();
  return [{ says: 'values of this run', body: { name, parameters, vendorInformation } }];
});
