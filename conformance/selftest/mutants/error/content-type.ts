import type { Wrap } from '../../server/difference.js';
import { editHeaders, type When } from '../../server/wire.js';

export const contentType = (when: When, value: string): Wrap =>
  editHeaders(when, (headers) => headers.set('content-type', value));
