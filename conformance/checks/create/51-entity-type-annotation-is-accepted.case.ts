import { acceptedCreate } from './_accepted-create.js';

export default acceptedCreate('CREATE-51');
