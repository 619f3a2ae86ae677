import type { Exchange } from '../engine/evidence/exchange.js';
import type { InputFinding, Result } from '../engine/run/outcome.js';
import { count } from './count.js';
import type { NullScore } from './null-score.js';
import { inOrder, type RunRecord } from './record.js';
import { cut } from './text.js';

/** Most characters of a body that are written; what is longer is cut and says so. */
const bodyCharacters = 20_000;

/**
 * The run as JSON text for programs. The members of `schemaVersion` 2 stay as they are; others may be added.
 * A run that ended early has a `fault`, and its results are those that were decided until then. `bestNullServer` is what the summary
 * is to be compared with.
 */
export function jsonReport(record: RunRecord, says: (id: Result['id']) => string, bestNullServer?: NullScore): string {
  const { started, probed, finished, fault } = record;
  const features = Object.entries(probed?.features ?? {}).flatMap(([id, { offered }]) => (offered ? [id] : []));
  const report = {
    schemaVersion: 2,
    target: {
      name: started?.target,
      url: started?.url,
      class: probed?.class ?? 'unknown',
      features,
      identities: probed?.identities ?? [],
    },
    summary: { verdict: finished?.verdict ?? 'inconclusive', ...count(record.results) },
    bestNullServer,
    ...(fault && { fault: { message: fault.message, exitCode: fault.exitCode } }),
    results: inOrder(record.results).map((result) => asJson(result, says)),
    notices: probed?.notices ?? [],
    exitCode: finished?.exitCode ?? fault?.exitCode,
    requests: finished?.requests,
    seed: started?.seed,
    durationMs: finished?.durationMs ?? 0,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function asJson(
  { id, level, basis, outcome, reason, source, judged, findings }: Result,
  says: (id: Result['id']) => string,
) {
  return { id, level, basis, outcome, reason, source, says: says(id), judged, findings: findings.map(findingAsJson) };
}

function findingAsJson({ exchange, ...told }: InputFinding) {
  const { message, expected, received, at, input, counterexample, diagram, replay } = told;
  return {
    ...{ message, expected, received, at, input, counterexample, diagram, replay },
    ...(exchange && { exchange: exchangeAsJson(exchange) }),
  };
}

function exchangeAsJson({ caller, operation, defect, request, response, failure }: Exchange) {
  const { method, url, headers, body } = request;
  return {
    caller,
    operation,
    defect,
    request: { method, url, headers, body: body === undefined ? undefined : cut(body, bodyCharacters) },
    response: response && {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: cut(response.body, bodyCharacters),
    },
    failure,
  };
}
