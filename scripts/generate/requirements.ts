import { banner, type Contract, type Output, type RequirementRow } from './contract.js';
import { tallUnion, union } from './typescript.js';

/** generated/requirements.ts: the catalogue as typed data, one row for each requirement. */
export async function requirements(contract: Contract): Promise<Output> {
  const { requirements: rows, features } = contract;
  const idsOfKind = (kind: string) => features.filter((feature) => feature.kind === kind).map(({ id }) => id);
  const text = `// ${banner}

/** The permanent id of a requirement. */
export type RequirementId = ${tallUnion(rows.map(({ id }) => id))};

/** The part of the contract that a requirement belongs to. */
export type Area = ${union([...new Set(rows.map(({ area }) => area))])};

/** How binding a requirement is: a MUST violated fails a run, a SHOULD warns, a MAY is observed. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** What a requirement rests on: the documentation pages, the platform's documents, or a reading of the contract. */
export type Basis = 'page' | 'platform' | 'contract';

/** The operations of the contract. */
export type Operation = 'list' | 'create' | 'get' | 'update' | 'cancel';

/** What a target may lack and still conform. */
export type FeatureId = ${union(idsOfKind('feature'))};

/** A caller beside the writer, known by a token that the user supplies. */
export type IdentityNeed = ${union(idsOfKind('identity'))};

/** What a requirement may depend on. */
export type Need = FeatureId | IdentityNeed | ${union(idsOfKind('class'))};

/** One normative sentence of the contract. */
export interface Requirement {
  readonly id: RequirementId;
  readonly area: Area;
  readonly level: Level;
  readonly says: string;
  readonly basis: Basis;
  /** Where the sentence comes from, each \`<key>: <place>\` with a key of spec/sources.yaml. */
  readonly source: readonly string[];
  readonly operations: readonly Operation[];
  /** Not applicable to a target, or a run, that lacks one of these. */
  readonly needs: readonly Need[];
  /** Why no black-box run can decide it. */
  readonly untested?: string;
}

/** What a need means and how a run finds out about it. */
export interface Feature {
  readonly kind: 'feature' | 'identity' | 'class';
  readonly says: string;
  readonly found: string;
}

/** The catalogue, in the order of areas and numbers. */
export const requirements: Readonly<Record<RequirementId, Requirement>> = ${table(rows, (row) => row.id, requirement)};

/** Every need. */
export const features: Readonly<Record<Need, Feature>> = ${table(
    features,
    ({ id }) => id,
    ({ kind, says, found }) => ({ kind, says, found }),
  )};
`;
  return { path: 'generated/requirements.ts', text };
}

function requirement(row: RequirementRow) {
  const { id, area, level, says, basis, source, operations, needs, untested } = row;
  return {
    id,
    area,
    level,
    says: says.trim(),
    basis,
    source,
    operations,
    needs,
    untested: untested?.trim(),
  };
}

/** An object literal with one member on each line. */
function table<T>(rows: readonly T[], key: (row: T) => string, value: (row: T) => unknown): string {
  return `{\n${rows.map((row) => `  ${JSON.stringify(key(row))}: ${JSON.stringify(value(row))},\n`).join('')}}`;
}
