import { mutant } from '../../selftest/mutant.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { respondInstead } from '../../selftest/server/wire.js';

const mediaType = (request: Request) => request.headers.get('content-type') ?? '';

const unsupported = (wrong: (type: string) => boolean) =>
  respondInstead(({ operation, request }) => operation === 'create' && wrong(mediaType(request)), rejectWith(415));

export const mutants = [
  mutant(
    'HTTP-15',
    'create rejects a content type with parameters',
    { fetch: unsupported((type) => type.startsWith('application/json;')) },
    { alsoFails: ['CREATE-1'] },
  ),
  mutant('HTTP-15', 'create rejects an upper-case charset', {
    fetch: unsupported((type) => type.includes('UTF-8')),
  }),
];
