import { allChecks } from './checks/registry.js';
import { type Identity, identities } from './engine/evidence/exchange.js';
import { mayWrite } from './engine/http/policy.js';
import type { RunOptions } from './engine/options.js';
import type { Played, RunEvent } from './engine/run/events.js';
import { Session } from './engine/run/session/session.js';
import type { Shard } from './engine/run/shard.js';
import type { Target } from './engine/target.js';
import { conform } from './index.js';
import { embeddedTarget } from './targets.js';

/** The number of requests by method. */
export type Methods = Readonly<Record<string, number>>;

/** What one part of a run sends: a case, or the probe, the sequences, the audit or the clean-up. */
export interface PlannedPart {
  readonly name: string;
  /** The number of inputs of a case; absent for any other part. */
  readonly inputs?: number;
  readonly requests: number;
  readonly methods: Methods;
}

/** What a run would send. */
export interface DryRun {
  /** How many requests were sent to the target to find this out. All of them are reads. */
  readonly sent: number;
  readonly notices: readonly string[];
  readonly identities: readonly Identity[];
  /** False if the safety policy allows only reads. */
  readonly writes: boolean;
  readonly planned?: Extract<RunEvent, { type: 'planned' }>;
  /** The part of the run that was counted. */
  readonly shard?: Shard | undefined;
  readonly requests: number;
  readonly methods: Methods;
  readonly parts: readonly PlannedPart[];
}

/**
 * Finds out what a run would send: reads from the target as the probe does, and then counts the requests of the same run against the
 * embedded reference in this process. An embedded target is the one that is counted on. Writes nothing to the target.
 *
 * @throws Unreachable, ConfigurationError as a run does.
 */
export async function dryRun(target: Target, options: RunOptions, isEmbedded: boolean): Promise<DryRun> {
  const writes = mayWrite(target.url, target.fetch !== undefined, options.allowWrites);
  const { sent, notices } = isEmbedded ? { sent: 0, notices: [] } : await readOnlyProbe(target, options);
  const given = identities.filter((one) => target.tokens[one] !== undefined);
  const parts = new Map<string, PlannedPart>();
  let planned: DryRun['planned'];
  const reference = isEmbedded ? undefined : await embeddedTarget('reference');
  const stand = reference ? { ...reference.target, ...ownerOf(target), tokens: pick(reference.target, given) } : target;
  try {
    await conform(stand, { ...options, readOnly: !writes }, (event) => {
      if (event.type === 'planned') planned = event;
      if (event.type === 'played') add(parts, event);
    });
  } finally {
    await reference?.close();
  }
  const all = [...parts.values()];
  const total = all.reduce((sum, one) => ({ requests: sum.requests + one.requests, methods: sumOf(sum, one) }), {
    requests: 0,
    methods: {} as Methods,
  });
  return {
    sent,
    notices,
    identities: given,
    writes,
    ...(planned && { planned }),
    shard: options.shard,
    ...total,
    parts: all,
  };
}

/** Sends the reads of the probe, and nothing else. @throws Unreachable, ConfigurationError as a run does. */
export async function readOnlyProbe(target: Target, options: RunOptions): Promise<Pick<DryRun, 'sent' | 'notices'>> {
  const session = new Session(await allChecks(), target, { ...options, readOnly: true });
  try {
    const { notices } = await session.probe();
    return { sent: session.requests, notices: notices.map((notice) => session.redact(notice)) };
  } finally {
    await session.close();
  }
}

function ownerOf({ declared, routing }: Target): Pick<Target, 'declared' | 'routing'> {
  return { declared, routing };
}

function pick({ tokens }: Target, given: readonly Identity[]): Target['tokens'] {
  return Object.fromEntries(given.map((identity) => [identity, tokens[identity]]));
}

function add(parts: Map<string, PlannedPart>, { world, case: id, input, exchanges, beside }: Played): void {
  const name = id ?? partOf(world);
  const before = parts.get(name) ?? { name, requests: 0, methods: {}, ...(id && { inputs: 0 }) };
  const methods: Record<string, number> = {};
  for (const { request } of [...exchanges, ...beside]) methods[request.method] = (methods[request.method] ?? 0) + 1;
  const requests = exchanges.length + beside.length;
  const isFirst = input !== undefined && !world.includes('/again');
  parts.set(name, {
    ...before,
    ...(before.inputs !== undefined && { inputs: before.inputs + (isFirst ? 1 : 0) }),
    requests: before.requests + requests,
    methods: sumOf(before, { methods }),
  });
}

function partOf(world: string): string {
  if (world === 'probe world') return 'probe';
  if (world.startsWith('sequences/')) return 'sequences';
  return world.startsWith('progress/') ? 'progress of the target' : world;
}

function sumOf(one: { readonly methods: Methods }, other: { readonly methods: Methods }): Methods {
  const names = [...new Set([...Object.keys(one.methods), ...Object.keys(other.methods)])];
  return Object.fromEntries(names.map((name) => [name, (one.methods[name] ?? 0) + (other.methods[name] ?? 0)]));
}
