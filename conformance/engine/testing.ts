import type { Exchange, ReceivedResponse } from './evidence/exchange.js';
import { textId } from './evidence/lenient.js';
import { replyOf } from './evidence/recorded-exchange.js';
import type { Reply } from './evidence/reply.js';
import { Sender } from './http/sender.js';
import type { FetchHandler } from './http/transport/handler.js';
import { defaultOptions, type RunOptions } from './options.js';
import type { Target } from './target.js';
import { SystemClock } from './world/clock.js';
import { drawFrom } from './world/draw.js';
import { PreferSteering } from './world/prefer-steering.js';
import { initialProfile } from './world/probe/probe.js';
import type { Profile } from './world/profile.js';
import { Shared } from './world/shared.js';
import { Waits } from './world/waits.js';
import { World } from './world/world.js';

/** Helpers for the tests of the kit; nothing else imports this file. */
export const url = 'http://target.example/beta';
export const collection = `${url}/security/securityActions`;

/** Options with short times, for a target in this process. */
export function quick(overrides: Partial<RunOptions> = {}): RunOptions {
  return { ...defaultOptions, seed: 1, timeoutMs: 2_000, settleMs: 50, patienceMs: 0, ...overrides };
}

/** A target in this process with a token for the writer. */
export function targetOf(fetch: FetchHandler, overrides: Partial<Target> = {}): Target {
  return { name: 'test', url, fetch, tokens: { writer: 'writer-token' }, ...overrides };
}

/** A handler that gives every request the same response. */
export function always(status: number, body?: unknown, headers: Record<string, string> = {}): FetchHandler {
  return () => json(status, body, headers);
}

/** A response with a JSON body, or without a body. */
export function json(status: number, body?: unknown, headers: Record<string, string> = {}): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, {
    status,
    headers: { ...(text !== null && { 'content-type': 'application/json' }), ...headers },
  });
}

/** A world on a target; its exchanges are in `world.exchanges`. */
export function worldOn(
  target: Target,
  { options = quick(), profile = {} }: { options?: RunOptions; profile?: Partial<Profile> } = {},
): World {
  const whole = { ...initialProfile(target), ...profile };
  const steering = whole.class === 'stateless' ? new PreferSteering() : undefined;
  const sender = new Sender(target, options);
  const clock = new SystemClock(() => sender.now());
  const draw = drawFrom(options.seed, 'test');
  const waits = new Waits();
  const world = (): World =>
    new World(
      whole,
      options,
      draw,
      target,
      sender,
      [],
      steering,
      () => undefined,
      false,
      clock,
      shared.of(clock),
      waits,
    );
  const shared: Shared = new Shared(async () => ({ world: world() }));
  return world();
}

/** An exchange that was never sent: a successful get by default. */
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

/** The reply of an exchange that was never sent: of a get of the action that the body shows. */
export function reply(status: number, body?: unknown, headers: Record<string, string> = {}): Reply {
  const request = { method: 'GET', url: `${collection}/${textId(body) ?? '1'}`, headers: {} };
  const made = exchange({ status, body, headers: new Headers(headers) }, { request });
  return replyOf(made, made.response ?? { status, headers: new Headers(), body: '' });
}
