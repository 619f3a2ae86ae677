import type { Wrap } from '../difference.js';
import { editHeaders, type When } from '../wire.js';

export const contentType = (when: When, value: string): Wrap =>
  editHeaders(when, (headers) => headers.set('content-type', value));
