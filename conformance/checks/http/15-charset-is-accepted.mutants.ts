import { mutant } from '../../selftest/mutant.js';
import { refused } from '../../selftest/server/refused.js';
import { instead } from '../../selftest/server/wire.js';

const mediaType = (request: Request) => request.headers.get('content-type') ?? '';

const unsupported = (wrong: (type: string) => boolean) =>
  instead(({ operation, request }) => operation === 'create' && wrong(mediaType(request)), refused(415));

export const mutants = [
  mutant(
    'HTTP-15',
    'the media type is compared as a text',
    { fetch: unsupported((type) => type.startsWith('application/json;')) },
    { alsoFails: ['CREATE-1'] },
  ),
  mutant('HTTP-15', 'the charset is compared with regard to case', {
    fetch: unsupported((type) => type.includes('UTF-8')),
  }),
];
