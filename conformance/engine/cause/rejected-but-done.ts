import type { Exchange } from '../evidence/exchange.js';
import type { InputFinding, Result } from '../run/outcome.js';
import type { Explanation } from './cause.js';
import { count } from './words.js';

/** Finds, in the findings themselves, requests that were rejected and nevertheless changed the action. */
export function rejectedButDone(results: readonly Result[]): Explanation | undefined {
  const pairs = results.flatMap(({ outcome, findings }) =>
    outcome === 'failed'
      ? findings.flatMap((finding) =>
          finding.write && follows(finding) ? [{ write: finding.write, exchange: finding.exchange }] : [],
        )
      : [],
  );
  const [first] = pairs;
  if (!first) return undefined;
  const kinds = new Set(pairs.map(({ write }) => `${write.request.method} rejected with ${write.response?.status}`));
  return {
    kind: 'rejected-but-done',
    says: 'requests that the target rejects change the action nevertheless',
    detail: `${count(pairs.length, 'finding')} after a ${[...kinds].join(', a ')}`,
    remedy: 'check the whole request before anything is stored, or store it in a transaction that a rejection undoes',
    evidence: [first.write, ...(first.exchange ? [first.exchange] : [])],
    explains: follows,
  };
}

/** Whether what was found followed a rejected write. The audit reads long after the last write, so that anything may have changed the action. */
function follows({ write, at, input }: InputFinding): boolean {
  return write !== undefined && isRejected(write) && at !== 'status' && input !== 'audit';
}

function isRejected({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 400;
}
