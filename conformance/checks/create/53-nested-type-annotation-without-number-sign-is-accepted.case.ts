import { accepted } from './_accepted-create.js';
import { documentedRows } from './_bodies.js';

export default accepted('CREATE-53', (world) => documentedRows(world, true));
