import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { readsBy } from '../../selftest/mutants/create/bodies.js';

/** A create that takes these media types beside JSON. */
function takes(types: RegExp): Difference {
  return readsBy((right) => ({
    checkMediaType: (contentType) => {
      if (!types.test(contentType)) right.checkMediaType(contentType);
    },
  }));
}

export const mutants = [
  mutant('CREATE-27', 'the media type is not looked at', takes(/./)),
  mutant('CREATE-27', 'every type of application is taken for JSON', takes(/^application\//)),
  mutant('CREATE-27', 'a text is taken for JSON', takes(/^text\/plain/)),
];
