import { acceptedCreate } from './_accepted-create.js';
import { documentedInputs } from './_bodies.js';

export default acceptedCreate('CREATE-53', (world) => documentedInputs(world, true));
