import type { Exchange } from '../engine/evidence/exchange.js';
import type { HeaderFields } from '../engine/evidence/header-fields.js';
import type { Redact } from '../engine/http/redaction.js';
import type { Location } from '../engine/judge/location.js';
import type { RunEvent } from '../engine/run/events.js';
import type { InputFinding, Result } from '../engine/run/outcome.js';

/** The event without secrets in any text that a target or a configuration could have put there. No report sees any other. */
export function redactedEvent(event: RunEvent, redact: Redact): RunEvent {
  switch (event.type) {
    case 'started':
      return { ...event, target: redact(event.target), url: redact(event.url) };
    case 'probed': {
      const features = mapped(event.features, ({ offered, how }) => ({
        offered,
        how: redact(how),
      })) as typeof event.features;
      return { ...event, features, notices: event.notices.map(redact) };
    }
    case 'decided':
      return { ...event, result: redactedResult(event.result, redact) };
    case 'fault':
      return { ...event, message: redact(event.message) };
    default:
      return event;
  }
}

/** The result without secrets in its findings and their exchanges. */
export function redactedResult(result: Result, redact: Redact): Result {
  return {
    ...result,
    reason: { ...result.reason, detail: redact(result.reason.detail) },
    findings: result.findings.map((finding) => redactedFinding(finding, redact)),
  };
}

function redactedFinding(finding: InputFinding, redact: Redact): InputFinding {
  const { message, expected, received, input, at, exchange, counterexample, diagram, replay } = finding;
  return {
    message: redact(message),
    expected: redact(expected),
    received: redact(received),
    input: redact(input),
    ...(at !== undefined && { at: redact(at) as Location }),
    ...(counterexample && { counterexample: counterexample.map(redact) }),
    ...(diagram !== undefined && { diagram: redact(diagram) }),
    ...(replay !== undefined && { replay: redact(replay) }),
    ...(exchange && { exchange: redactedExchange(exchange, redact) }),
  };
}

function redactedExchange(exchange: Exchange, redact: Redact): Exchange {
  const { request, response, failure, defect } = exchange;
  const { body } = request;
  const headers = mapped(request.headers, redact);
  return {
    ...exchange,
    request: { ...request, url: redact(request.url), headers, ...(body !== undefined && { body: redact(body) }) },
    ...(defect !== undefined && { defect: redact(defect) }),
    ...(failure !== undefined && { failure: redact(failure) }),
    ...(response && {
      response: { ...response, headers: redactedHeaders(response.headers, redact), body: redact(response.body) },
    }),
  };
}

function redactedHeaders(headers: HeaderFields, redact: Redact): HeaderFields {
  const clean = [...headers].map(([name, value]): [string, string] => [name, redact(value)]);
  const find = (name: string) => clean.find(([one]) => one === name.toLowerCase());
  return {
    get: (name) => find(name)?.[1] ?? null,
    has: (name) => find(name) !== undefined,
    [Symbol.iterator]: () => clean.values(),
  };
}

function mapped<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
