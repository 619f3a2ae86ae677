import { mutant } from '../../selftest/mutant.js';
import { readsBy } from '../../selftest/mutants/create/bodies.js';
import type { Difference } from '../../selftest/server/difference.js';

/** A create that accepts the matching media types in addition to JSON. */
function acceptsTypes(types: RegExp): Difference {
  return readsBy((right) => ({
    checkMediaType: (contentType) => {
      if (!types.test(contentType)) right.checkMediaType(contentType);
    },
  }));
}

export const mutants = [
  mutant('CREATE-27', 'create does not check the media type', acceptsTypes(/./)),
  mutant('CREATE-27', 'create accepts every application media type as JSON', acceptsTypes(/^application\//)),
  mutant('CREATE-27', 'create accepts text/plain as JSON', acceptsTypes(/^text\/plain/)),
];
