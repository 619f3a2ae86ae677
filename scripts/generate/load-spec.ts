import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { bundleDocument } from './bundle.js';
import type { Contract, FeatureRow, LifecycleSpec, RequirementRow, SourceRow } from './contract.js';

/** The order of the areas in every listing; an area that is not named here comes last. */
const areaOrder = 'SURFACE CREATE RESOURCE GET LIST UPDATE CANCEL AUTH ERROR HTTP LIFECYCLE'.split(' ');

/**
 * Reads the contract below `root` (the package root).
 * Throws where a file is missing or is not YAML; what is wrong inside is for `problemsOf`.
 */
export async function loadContract(root: string): Promise<Contract> {
  const yaml = async <T>(path: string) => parse(await readFile(join(root, path), 'utf8')) as T;
  let document: ReturnType<Contract['document']> | undefined;
  return {
    requirements: await loadRequirements(root),
    features: await yaml<FeatureRow[]>('spec/features.yaml'),
    sources: await yaml<SourceRow[]>('spec/sources.yaml'),
    lifecycle: await yaml<LifecycleSpec>('spec/lifecycle.yaml'),
    readings: await findReadings(root),
    document: () => {
      document ??= bundleDocument(join(root, 'spec/openapi.yaml'));
      return document;
    },
  };
}

async function loadRequirements(root: string): Promise<RequirementRow[]> {
  const rows: RequirementRow[] = [];
  for (const file of await readdir(join(root, 'spec/requirements'))) {
    if (!file.endsWith('.yaml')) continue;
    const written: unknown = parse(await readFile(join(root, 'spec/requirements', file), 'utf8'));
    if (!Array.isArray(written)) throw new Error(`spec/requirements/${file}: expected a list of requirements`);
    rows.push(...written.map((row) => requirementRow(row, file)));
  }
  return rows.sort((a, b) => areaRank(a) - areaRank(b) || number(a) - number(b));
}

/** A row as it is written: lists may be left out, and one source needs no list. */
type WrittenRow = Omit<RequirementRow, 'area' | 'source' | 'operations' | 'needs' | 'unknown'> & {
  readonly source?: string | string[];
  readonly operations?: string[];
  readonly needs?: string[];
};

function requirementRow(written: WrittenRow, file: string): RequirementRow {
  const { id, level, says, basis, source = [], operations = [], needs = [], untested, ...rest } = written;
  if (typeof id !== 'string') throw new Error(`spec/requirements/${file}: expected an id in every row, found ${id}`);
  return {
    id,
    area: basename(file, '.yaml').toUpperCase(),
    level,
    says,
    basis,
    source: typeof source === 'string' ? [source] : source,
    operations,
    needs,
    ...(untested !== undefined && { untested: untested ?? '' }),
    unknown: Object.keys(rest),
  };
}

const areaRank = ({ area }: RequirementRow) => (areaOrder.includes(area) ? areaOrder.indexOf(area) : areaOrder.length);
const number = ({ id }: RequirementRow) => Number(id.slice(id.lastIndexOf('-') + 1));

async function findReadings(root: string): Promise<Map<string, string>> {
  const files = (await readdir(join(root, 'spec/decisions'))).filter((file) => /^\d{4}-.+\.md$/.test(file)).sort();
  return new Map(files.map((file) => [file.slice(0, 4), `spec/decisions/${file}`]));
}
