import { objectIn } from './create.js';

export const typeOf = (value: unknown): unknown => objectIn(value)['@odata.type'];
