import { shortDigest } from '../../engine/evidence/digest.js';
import type { InputFinding, Result } from '../../engine/run/outcome.js';
import { basisMeanings } from '../basis.js';
import { cut, printable } from '../format/text.js';
import { acceptedBy, knownText } from '../known.js';
import { inCatalogueOrder, type RunRecord } from '../record.js';
import type { ReportSettings } from '../settings.js';
import { shownParts } from '../with-sides.js';

/** Characters of the texts of one message. */
const longest = 4_000;
const levels = { MUST: 'error', SHOULD: 'warning', MAY: 'note' } as const;

/** A place in a file of the contract. */
export interface ContractPlace {
  /** Relative to the root of the package, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface SarifSettings extends Pick<ReportSettings, 'statement'> {
  readonly kit: { readonly name: string; readonly version: string };
  /** Where the contract states a requirement. */
  readonly place: (id: Result['id']) => ContractPlace;
}

/**
 * The run as SARIF 2.1.0: each requirement is a rule, and each finding of a failed one a result whose location is the requirement in the
 * contract. An inconclusive requirement is a result to review. A known failure is a suppressed result. A run that ended early has a
 * notification, and so has each entry of the baseline that has to be deleted or changed.
 */
export function sarifReport(record: RunRecord, settings: SarifSettings): string {
  const results = inCatalogueOrder(record.results).filter(({ outcome }) => outcome !== 'not-selected');
  const places = new Map(results.map(({ id }, index) => [id, index]));
  const { fault, finished, started } = record;
  const { baseline } = finished ?? {};
  const run = {
    tool: {
      driver: {
        name: settings.kit.name,
        version: settings.kit.version,
        rules: results.map((result) => ruleOf(result, settings)),
      },
    },
    automationDetails: { id: `conformance/${started?.target ?? 'unknown'}` },
    originalUriBaseIds: { CONTRACT: { description: { text: `The root of the package ${settings.kit.name}` } } },
    invocations: [
      {
        executionSuccessful: fault === undefined && finished !== undefined,
        exitCode: finished?.exitCode ?? fault?.exitCode ?? 1,
        ...(fault && {
          toolExecutionNotifications: [{ level: 'error', message: { text: cut(printable(fault.message), longest) } }],
        }),
        ...(baseline &&
          baseline.problems.length > 0 && {
            toolConfigurationNotifications: baseline.problems.map(({ message }) => ({
              level: 'error',
              message: { text: cut(printable(message), longest) },
            })),
          }),
      },
    ],
    results: results.flatMap((result) => {
      const suppressions = acceptedBy(record, result.id).map(suppressionOf);
      const all = resultsOf(result, places.get(result.id) ?? 0, settings);
      return suppressions.length === 0 ? all : all.map((one) => ({ ...one, suppressions }));
    }),
    properties: { target: started?.url ?? '', seed: started?.seed ?? 0, verdict: finished?.verdict ?? 'inconclusive' },
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

function ruleOf({ id, level, basis, source }: Result, { statement }: SarifSettings): object {
  const url = source.find((one) => one.url !== undefined)?.url;
  const cited = source.map(({ title, place }) => `${title}: ${place}`).join('; ');
  return {
    id,
    shortDescription: { text: statement(id) },
    fullDescription: { text: `${statement(id)} It rests on ${basisMeanings[basis]}.` },
    ...(cited !== '' && { help: { text: cited } }),
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: levels[level] },
    properties: { level },
  };
}

function suppressionOf(entry: ReturnType<typeof acceptedBy>[number]): object {
  return { kind: 'external', status: 'accepted', justification: cut(printable(knownText(entry)), longest) };
}

function resultsOf(result: Result, ruleIndex: number, settings: SarifSettings): readonly object[] {
  const { id, level, outcome, reason, findings } = result;
  if (outcome !== 'failed' && outcome !== 'inconclusive') return [];
  const { file, line } = settings.place(id);
  const about = {
    ruleId: id,
    ruleIndex,
    ...(outcome === 'failed' ? { kind: 'fail', level: levels[level] } : { kind: 'review', level: 'none' }),
    locations: [
      { physicalLocation: { artifactLocation: { uri: file, uriBaseId: 'CONTRACT' }, region: { startLine: line } } },
    ],
  };
  if (findings.length === 0) return [{ ...about, message: { text: printable(cut(reason.detail, longest)) } }];
  return findings.map((finding) => ({
    ...about,
    message: { text: messageOf(finding) },
    partialFingerprints: {
      requirementAndInput: `${id} ${finding.input}`,
      // The only fingerprint by which GitHub tells two results of one line apart.
      primaryLocationLineHash: `${shortDigest(`${id} ${finding.input}`)}:1`,
    },
    properties: propertiesOf(finding),
  }));
}

function messageOf(finding: InputFinding): string {
  const { message, expected, received, input, counterexample = [] } = finding;
  const text = (value: string) => printable(cut(value, longest));
  const shown = shownParts(finding);
  return [
    text(message),
    ...(shown.sentence && shown.sides ? [`expected ${text(expected)}`, `received ${text(received)}`] : []),
    ...(input === '' ? [] : [`input ${text(input)}`]),
    ...counterexample.map((step) => text(step)),
  ].join('\n');
}

function propertiesOf({ at, exchange, replay }: InputFinding): object {
  return {
    ...(at !== undefined && { at }),
    ...(exchange && { exchange: exchange.number, method: exchange.request.method, url: exchange.request.url }),
    ...(exchange?.response && { status: exchange.response.status }),
    ...(replay !== undefined && { replay }),
  };
}
