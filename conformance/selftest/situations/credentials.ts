import { identities } from '../../engine/evidence/exchange.js';
import { createReference } from '../../reference/index.js';
import type { Difference } from '../server/difference.js';
import { rejectWith } from '../server/reject-with.js';
import { editRequest, on } from '../server/wire.js';
import { situation } from '../situation.js';
import { overHttp } from './serving/http-front.js';

const { tokens } = createReference();

/** A token of the writer that expires this many seconds from now. */
function expiringIn(seconds: number): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return tokens.mint('writer', { iat: now - 7_200, nbf: now - 7_200, exp: now + seconds });
}

/** The server accepts tokens for five minutes after they expire. */
async function lenient(secondsAgo: number): Promise<Difference> {
  const expired = await expiringIn(-secondsAgo);
  return {
    behaviour: (right) => ({
      verifyToken: (text, now) => right.verifyToken(text, now, { clockTolerance: 300 }),
      isCurrent: (caller, now) => right.isCurrent(caller, now - 300_000),
    }),
    tokens: (minted) => ({ ...minted, expired }),
  };
}

/** From this request on, every token has expired. */
function expiresAfter(requests: number): () => Promise<Difference> {
  return async () => {
    const expired = `Bearer ${await expiringIn(-3_600)}`;
    let count = 0;
    return {
      fetch: editRequest(on('any'), (request) => {
        if (++count < requests || !request.headers.has('authorization')) return request;
        const headers = new Headers(request.headers);
        headers.set('authorization', expired);
        return new Request(request, { headers });
      }),
    };
  };
}

/** Rejects every request in its own words. */
const rejecting = (status: number, message: string): Difference => ({
  fetch: () => async (request) => {
    const response = rejectWith(status)(request);
    return new Response((await response.text()).replace('The request is not supported.', message), response);
  },
});

export const situations = [
  situation(
    'tokens are accepted for five minutes after exp, and the expired token expired two minutes ago',
    'allowed',
    () => lenient(120),
    {
      exitCode: 0,
      says: [/the expired token has expired only at .* set an older one with --expired-token/],
    },
  ),
  situation(
    'tokens are accepted for five minutes after exp, and the expired token expired ten minutes ago',
    'allowed',
    () => lenient(600),
    { exitCode: 0 },
  ),
  situation('all tokens expire in the middle of the run', 'configuration', expiresAfter(600), {
    exitCode: 2,
    mayBeInconclusive: 'any',
    says: [/the target rejects a token that it accepted before: [^;]*/],
  }),
  situation(
    'the token of the writer expired an hour ago',
    'configuration',
    async () => {
      const writer = await expiringIn(-3_600);
      return { tokens: (minted) => ({ ...minted, writer }) };
    },
    {
      exitCode: 64,
      says: [/the target says .*; the writer token has expired at .*: set a new one with SECURITY_ACTIONS_TOKEN/],
    },
    { serve: overHttp() },
  ),
  situation(
    'the token of the writer expires in five minutes',
    'configuration',
    async () => {
      const writer = await expiringIn(300);
      return { tokens: (minted) => ({ ...minted, writer }) };
    },
    { exitCode: 0, says: [/the writer token expires at .*, which may be before the run ends/] },
    { serve: overHttp() },
  ),
  situation(
    'a firewall responds with 403 to every request, in its own words',
    'configuration',
    rejecting(403, 'Your address is not on the list.'),
    {
      exitCode: 64,
      says: [/rejects the writer's token with 403: the target says "Your address is not on the list\."/],
    },
  ),
  situation(
    'the token of the writer may only read',
    'configuration',
    async () => {
      const writer = await tokens.mint('reader');
      return { tokens: (minted) => ({ ...minted, writer }) };
    },
    {
      exitCode: 64,
      says: [/rejects the writer's token with 403: the target says .*ReadWrite\.All.*accepts it for a list only/],
    },
  ),
  situation(
    'the token of the reader is not valid',
    'configuration',
    { tokens: (minted) => ({ ...minted, reader: 'invalid' }) },
    { exitCode: 64, says: [/rejects the reader's token with 401: .*--reader-token or SECURITY_ACTIONS_READER_TOKEN/] },
  ),
  situation(
    'the tokens of all further callers are those of the writer',
    'configuration',
    async () => {
      const writer = await tokens.mint('writer');
      return { tokens: () => Object.fromEntries(identities.map((identity) => [identity, writer])) };
    },
    { exitCode: 0, says: [/the stranger token is the same as the token of the writer: set one without/] },
  ),
];
