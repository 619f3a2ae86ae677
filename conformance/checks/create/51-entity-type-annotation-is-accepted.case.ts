import { accepted } from './_accepted.js';

export default accepted('CREATE-51');
