import type { Exchange, ReceivedResponse } from './evidence/exchange.js';
import { type Reply, replyOf } from './evidence/reply.js';
import { Sender } from './http/sender.js';
import type { FetchHandler } from './http/transport/handler.js';
import { defaultOptions, type RunOptions } from './options.js';
import type { Target } from './target.js';
import { drawFrom } from './world/draw.js';
import { PreferSteering } from './world/prefer-steering.js';
import { initialProfile } from './world/probe/probe.js';
import type { Profile } from './world/profile.js';
import { World } from './world/world.js';

/** What the tests of the kit build their worlds of; nothing else imports this. */
export const url = 'http://target.example/beta';
export const collection = `${url}/security/securityActions`;

/** Options for a target that is near: nothing is waited for longer than a test may take. */
export function quick(overrides: Partial<RunOptions> = {}): RunOptions {
  return { ...defaultOptions, seed: 1, timeoutMs: 2_000, settleMs: 50, throttleMs: 0, ...overrides };
}

/** A target in this process with a token for the writer. */
export function targetOf(fetch: FetchHandler, overrides: Partial<Target> = {}): Target {
  return { name: 'test', url, fetch, tokens: { writer: 'writer-token' }, ...overrides };
}

/** A handler that answers every request alike. */
export function always(status: number, body?: unknown, headers: Record<string, string> = {}): FetchHandler {
  return () => json(status, body, headers);
}

/** An answer with a JSON body, or without a body. */
export function json(status: number, body?: unknown, headers: Record<string, string> = {}): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, {
    status,
    headers: { ...(text !== null && { 'content-type': 'application/json' }), ...headers },
  });
}

/** A world on a target, with everything it exchanges in `world.exchanges`. */
export function worldOn(
  target: Target,
  { options = quick(), profile = {} }: { options?: RunOptions; profile?: Partial<Profile> } = {},
): World {
  const whole = { ...initialProfile(target), ...profile };
  const steering = whole.class === 'stateless' ? new PreferSteering() : undefined;
  return new World(whole, options, drawFrom(options.seed, 'test'), target, new Sender(target, options), [], steering);
}

/** An exchange that never went over a wire: a successful get unless told otherwise. */
export function exchange(
  response: Partial<Omit<ReceivedResponse, 'body'>> & { readonly body?: unknown },
  overrides: Partial<Exchange> = {},
): Exchange {
  const { body, ...rest } = response;
  return {
    number: 1,
    operation: 'get',
    caller: 'writer',
    request: { method: 'GET', url: `${collection}/1`, headers: {} },
    response: { status: 200, headers: new Headers(), body: body === undefined ? '' : JSON.stringify(body), ...rest },
    startedAt: 0,
    endedAt: 1,
    ...overrides,
  };
}

/** The reply of an exchange that never went over a wire. */
export function reply(status: number, body?: unknown, headers: Record<string, string> = {}): Reply {
  const made = exchange({ status, body, headers: new Headers(headers) });
  return replyOf(made, made.response ?? { status, headers: new Headers(), body: '' });
}
