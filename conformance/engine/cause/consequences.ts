import type { RequirementId } from '../../../generated/requirements.js';
import type { Exchange } from '../evidence/exchange.js';
import { isRead, type Write } from '../judge/write-log.js';
import type { InputFinding, Result } from '../run/outcome.js';
import type { Consequence } from './cause.js';
import { credentialOf } from './credential.js';

/** The writes to the action that a finding is about, up to its exchange. */
type WritesBefore = (finding: InputFinding) => readonly Write[];

/** A write that was accepted or rejected against a requirement, and this requirement. */
interface Root {
  readonly id: RequirementId;
  readonly exchange: Exchange;
}

/**
 * Finds the requirements that failed, or are inconclusive, only because of another one: all their findings are about an action after a
 * write that the other requirement reports as accepted wrongly, or about a request that it reports as rejected wrongly. The evidence is
 * the same write, or one that is alike: the same operation, caller, deliberate defect and status.
 */
export function consequences(results: readonly Result[], before: WritesBefore): readonly Consequence[] {
  const roots = results.flatMap(({ id, outcome, findings }) =>
    outcome === 'failed' ? findings.flatMap((finding) => rootOf(id, finding)) : [],
  );
  const rootIds = new Set(roots.map(({ id }) => id));
  return results.flatMap((result): Consequence[] => {
    const { id, outcome, findings } = result;
    if ((outcome !== 'failed' && outcome !== 'inconclusive') || rootIds.has(id)) return [];
    const found = findings.map((finding) => rootFor(outcome, finding, roots, before));
    const [first] = found;
    return first && found.every((one) => one !== undefined)
      ? [{ id, of: first.id, because: because(first, outcome) }]
      : [];
  });
}

/** A finding about the status of a write makes this write a root. */
function rootOf(id: RequirementId, { exchange, at }: InputFinding): Root[] {
  if (at !== 'status' || !exchange?.response || isRead(exchange)) return [];
  return [{ id, exchange }];
}

function rootFor(
  outcome: Result['outcome'],
  finding: InputFinding,
  roots: readonly Root[],
  before: WritesBefore,
): Root | undefined {
  const { exchange, at } = finding;
  if (!exchange) return undefined;
  if (outcome === 'inconclusive') return isRead(exchange) ? undefined : likest(exchange, roots);
  if (at === 'status') return undefined;
  const writes = before(finding).map((write) => write.exchange);
  const own = roots.find(
    (root) => isAccepted(root.exchange) && writes.some(({ number }) => number === root.exchange.number),
  );
  return own ?? writes.filter(isAccepted).flatMap((write) => likest(write, roots) ?? [])[0];
}

/** The root whose write is alike; for an invalid write that was accepted, also one that was invalid in another way. */
function likest(write: Exchange, roots: readonly Root[]): Root | undefined {
  const alike = roots.find((root) => isAlike(root.exchange, write));
  if (alike || !isAccepted(write) || write.defect === undefined) return alike;
  return roots.find(
    ({ exchange }) =>
      isAccepted(exchange) &&
      exchange.defect !== undefined &&
      exchange.operation === write.operation &&
      exchange.caller === write.caller,
  );
}

function because({ exchange }: Root, outcome: Result['outcome']): string {
  const { request, response, defect } = exchange;
  const what = defect === undefined ? '' : ` (${defect})`;
  if (isAccepted(exchange) && outcome === 'inconclusive')
    return `it needs a ${request.method} that is rejected, and the target accepts a ${request.method}${what} with ${response?.status}`;
  return isAccepted(exchange)
    ? `it shows what came of a ${request.method}${what} that the target accepted with ${response?.status}`
    : `it needs a ${request.method}${what} that the target rejects with ${response?.status}`;
}

function isAccepted({ response }: Exchange): boolean {
  return response !== undefined && response.status < 300;
}

function isAlike(one: Exchange, other: Exchange): boolean {
  if (kindOf(one) !== kindOf(other)) return false;
  return isAccepted(one) ? isAccepted(other) : one.response?.status === other.response?.status;
}

/** Writes of one kind differ only in their values. A valid write of the writer differs from others by the status that it sets. */
function kindOf(exchange: Exchange): string {
  const { operation, defect, request } = exchange;
  const credential = credentialOf(exchange);
  const status = /"status"\s*:\s*"(\w+)"/.exec(request.body ?? '')?.[1];
  const isUsual = credential === 'writer' && defect === undefined && status === undefined;
  const kind = [operation, credential, defect, status];
  // A usual write that is accepted is like no other one: nothing was wrong with it.
  return JSON.stringify(isUsual && isAccepted(exchange) ? [...kind, exchange.number] : kind);
}
