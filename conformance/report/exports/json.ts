import type { Cause } from '../../engine/cause/cause.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import type { InputFinding, Result } from '../../engine/run/outcome.js';
import { tally } from '../../engine/run/verdict.js';
import { effortAsJson } from '../effort.js';
import { cut } from '../format/text.js';
import { acceptedBy, knownOnes } from '../known.js';
import { inCatalogueOrder, type RunRecord } from '../record.js';
import type { ReportSettings } from '../settings.js';
import { type JsonLimit, jsonWithin, shortened } from './json-limit.js';

/** Characters of a body that are written; a longer body is cut and says so. */
const bodyCharacters = 20_000;

type Settings = Pick<ReportSettings, 'statement' | 'bestNullServer'>;

/**
 * The run as JSON text, described by `report.schema.json`. The members of `schemaVersion` 2 stay as they are; others may be added.
 * A run that ended early has a `fault`, and its results are those decided until then.
 */
export function jsonReport(record: RunRecord, settings: Settings): string {
  return jsonWithin((limit, told) => reportOf(record, settings, limit, told));
}

function reportOf(record: RunRecord, { statement, bestNullServer }: Settings, limit: JsonLimit, told?: object): object {
  const { started, probed, planned, explained, finished, fault } = record;
  const features = Object.entries(probed?.features ?? {}).flatMap(([id, { offered }]) => (offered ? [id] : []));
  return {
    schemaVersion: 2,
    shortened: told,
    target: {
      name: started?.target ?? '',
      url: started?.url ?? '',
      class: probed?.class ?? 'unknown',
      features,
      identities: probed?.identities ?? [],
    },
    summary: {
      verdict: finished?.verdict ?? 'inconclusive',
      ...tally(record.results),
      ...(finished?.baseline && { known: knownOnes(record, true).length }),
    },
    baseline: finished?.baseline && { file: finished.baseline.file, problems: finished.baseline.problems },
    bestNullServer,
    effort: planned && effortAsJson(planned),
    causes: shortened((explained?.causes ?? []).map(limit.exchanges ? causeAsJson : withoutEvidence), limit),
    fault: fault && { message: fault.message, exitCode: fault.exitCode },
    results: inCatalogueOrder(record.results).map((result) => ({
      ...resultAsJson(result, record, statement, limit),
      followsFrom: explained?.consequences.find(({ id }) => id === result.id)?.of,
    })),
    notices: shortened([...(finished?.notices ?? []), ...(probed?.notices ?? [])], limit),
    exitCode: finished?.exitCode ?? fault?.exitCode ?? null,
    requests: finished?.requests ?? null,
    seed: started?.seed ?? null,
    shard: started?.shard,
    parts: started?.parts,
    run: started?.run ?? null,
    durationMs: finished?.durationMs ?? null,
  };
}

function resultAsJson(result: Result, record: RunRecord, statement: Settings['statement'], limit: JsonLimit) {
  const known = acceptedBy(record, result.id).map(({ input, reason, issue, expires }) => ({
    input,
    reason,
    issue,
    expires,
  }));
  const { id, level, basis, outcome, reason, source, judged, findings } = result;
  return {
    ...{ id, level, basis, statement: statement(id), outcome },
    reason: { kind: reason.kind, detail: shortened(reason.detail, limit) },
    ...(known.length > 0 && { known }),
    source: source.map(({ title, place, url = null }) => ({ title, place, url })),
    judged,
    findings: shortened(
      findings.slice(0, limit.findings).map((finding) => findingAsJson(finding, limit)),
      limit,
    ),
  };
}

function causeAsJson({ kind, says, detail, remedy, requirements, evidence }: Cause) {
  return { kind, says, detail, remedy, requirements, evidence: evidence.map(exchangeAsJson) };
}

function withoutEvidence(cause: Cause) {
  return causeAsJson({ ...cause, evidence: [] });
}

function findingAsJson({ exchange, write, ...finding }: InputFinding, { exchanges }: JsonLimit) {
  const { input, message, expected, received, at, actionId, element, writeInput, counterexample, diagram, replay } =
    finding;
  return {
    ...{ input, message, expected, received, at, actionId, element, writeInput, counterexample, diagram, replay },
    ...(exchanges && {
      exchange: exchange && exchangeAsJson(exchange),
      write: write && exchangeAsJson(write),
    }),
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
