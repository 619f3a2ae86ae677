import { banner, type Contract, type Output, type RequirementEntry } from './contract.js';
import { resolveSource } from './sources.js';
import { quoted, tallUnion, union } from './typescript.js';
import { areas, bases, levels, needKinds, operations } from './vocabulary.js';

/** generated/requirements.ts: the catalogue as typed data, one line for each requirement. */
export async function requirements(contract: Contract): Promise<Output> {
  const { requirements: entries, features } = contract;
  const idsOfKind = (kind: string) => features.filter((feature) => feature.kind === kind).map(({ id }) => id);
  const text = `// ${banner}

/** The permanent id of a requirement. */
export type RequirementId = ${tallUnion(entries.map(({ id }) => id))};

/** The parts of the contract, in the order in which every listing shows them. */
export const areas = ${tuple(areas)};
/** The part of the contract that a requirement belongs to. */
export type Area = (typeof areas)[number];

/** The levels, the most binding first. */
export const levels = ${tuple(levels)};
/** How binding a requirement is: a failed MUST fails the run, a failed SHOULD is a warning, a failed MAY is a note. */
export type Level = (typeof levels)[number];

/** What requirements rest on. */
export const bases = ${tuple(bases)};
/** What a requirement rests on: the documentation pages, the platform's documents, or a decision of the contract. */
export type Basis = (typeof bases)[number];

/** The operations of the contract. */
export const operations = ${tuple(operations)};
/** An operation of the contract. */
export type Operation = (typeof operations)[number];

/** What a target may not support and still conform. */
export type FeatureId = ${union(idsOfKind('feature'))};

/** A caller beside the writer, known by a token that the user supplies. */
export type IdentityNeed = ${union(idsOfKind('identity'))};

/** What a requirement may depend on. */
export type Need = FeatureId | IdentityNeed | ${union(idsOfKind('class'))};

/** Where a statement comes from. */
export interface Source {
  /** Its key in spec/sources.yaml. */
  readonly key: string;
  readonly title: string;
  /** The place in the document; for a decision, the path of its record in the package. */
  readonly place: string;
  /** Opens the document. Absent for a decision and for a document that is not public. */
  readonly url?: string;
}

/** One normative sentence of the contract. */
export interface Requirement {
  readonly id: RequirementId;
  readonly area: Area;
  readonly level: Level;
  readonly says: string;
  readonly basis: Basis;
  readonly source: readonly Source[];
  readonly operations: readonly Operation[];
  /** The requirement is not applicable where one of these is missing. */
  readonly needs: readonly Need[];
  /** Why no black-box run can decide it. */
  readonly untested?: string;
}

/** What a need means and how a run detects it. */
export interface Feature {
  readonly kind: ${union(needKinds)};
  readonly says: string;
  readonly found: string;
}

/** The catalogue, in the order of areas and numbers. */
export const requirements: Readonly<Record<RequirementId, Requirement>> = ${table(
    entries,
    ({ id }) => id,
    (entry) => requirement(entry, contract),
  )};

/** Every need. */
export const features: Readonly<Record<Need, Feature>> = ${table(
    features,
    ({ id }) => id,
    ({ kind, says, found }) => ({ kind, says, found }),
  )};
`;
  return { path: 'generated/requirements.ts', text };
}

function requirement(entry: RequirementEntry, contract: Contract) {
  const { id, area, level, says, basis, source, operations, needs, untested } = entry;
  return {
    id,
    area,
    level,
    says: says.trim(),
    basis,
    source: source.map((text) => resolveSource(text, contract)),
    operations,
    needs,
    untested: untested?.trim(),
  };
}

function tuple(members: readonly string[]): string {
  return `[${members.map(quoted).join(', ')}] as const`;
}

/** An object literal with one member on each line. */
function table<T>(entries: readonly T[], key: (entry: T) => string, value: (entry: T) => unknown): string {
  return `{\n${entries.map((entry) => `  ${JSON.stringify(key(entry))}: ${JSON.stringify(value(entry))},\n`).join('')}}`;
}
