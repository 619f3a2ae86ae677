import { accepted } from './_accepted-create.js';

export default accepted('CREATE-21');
