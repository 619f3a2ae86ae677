import { objectIn } from './create.js';

export const typeOf = (value: unknown): unknown => objectIn(value)['@odata.type'];

/** Whether the value has a type annotation without a number sign. */
export const isUnmarked = (value: unknown): boolean => String(typeOf(value) ?? '#').startsWith('microsoft');
