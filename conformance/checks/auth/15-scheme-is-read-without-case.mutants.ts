import { mutant } from '../../selftest/mutant.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { on, respondInstead } from '../../selftest/server/wire.js';

/** Rejects these requests where the scheme of the credentials is none of these. */
function onlySchemes(operations: Parameters<typeof on>[0], schemes: readonly string[]) {
  const wanted = on(operations);
  const isOther = (request: Request) => {
    const [scheme = ''] = (request.headers.get('authorization') ?? 'Bearer').split(' ');
    return !schemes.includes(scheme);
  };
  return {
    fetch: respondInstead(
      (seen) => wanted(seen) && isOther(seen.request),
      rejectWith(401, { 'www-authenticate': 'Bearer realm="securityActions"' }),
    ),
  };
}

export const mutants = [
  mutant('AUTH-15', 'every operation compares the scheme with Bearer', onlySchemes('any', ['Bearer'])),
  mutant('AUTH-15', 'cancel compares the scheme with Bearer and bearer', onlySchemes('cancel', ['Bearer', 'bearer'])),
  mutant('AUTH-15', 'get does not know the scheme in lower case', onlySchemes('get', ['Bearer', 'BEARER'])),
];
