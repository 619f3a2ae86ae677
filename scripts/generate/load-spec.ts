import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { bundleDocument } from './bundle.js';
import type {
  Contract,
  DecisionRecord,
  DocumentedExchange,
  FeatureEntry,
  LifecycleSpec,
  RequirementEntry,
  SourceEntry,
  ValidBody,
} from './contract.js';
import { areas, includes } from './vocabulary.js';

/**
 * Reads the contract below `root` (the package root).
 * Throws when a file is missing or is not YAML. `problemsOf` reports mistakes in the content.
 */
export async function loadContract(root: string): Promise<Contract> {
  const yaml = async <T>(path: string) => parse(await readFile(join(root, path), 'utf8')) as T;
  let document: ReturnType<Contract['document']> | undefined;
  return {
    requirements: await loadRequirements(root),
    features: await yaml<FeatureEntry[]>('spec/features.yaml'),
    sources: await yaml<SourceEntry[]>('spec/sources.yaml'),
    lifecycle: await yaml<LifecycleSpec>('spec/lifecycle.yaml'),
    decisions: await findDecisions(root),
    exchanges: await loadExchanges(root),
    statusUpdates: await yaml<ValidBody[]>('fixtures/valid/update.status.json'),
    document: () => {
      document ??= bundleDocument(join(root, 'spec/openapi.yaml'));
      return document;
    },
  };
}

async function loadExchanges(root: string): Promise<DocumentedExchange[]> {
  const folder = join(root, 'fixtures/documented');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8'))));
}

async function loadRequirements(root: string): Promise<RequirementEntry[]> {
  const entries: RequirementEntry[] = [];
  for (const file of await readdir(join(root, 'spec/requirements'))) {
    if (!file.endsWith('.yaml')) continue;
    const written: unknown = parse(await readFile(join(root, 'spec/requirements', file), 'utf8'));
    if (!Array.isArray(written)) throw new Error(`spec/requirements/${file}: expected a list of requirements`);
    entries.push(...written.map((entry) => requirementEntry(entry, file)));
  }
  return entries.sort((a, b) => areaRank(a) - areaRank(b) || number(a) - number(b));
}

/** An entry as it is written: lists may be left out, and a single source needs no list. */
type WrittenEntry = Omit<RequirementEntry, 'area' | 'source' | 'operations' | 'needs' | 'unknown'> & {
  readonly source?: string | string[];
  readonly operations?: string[];
  readonly needs?: string[];
};

function requirementEntry(written: WrittenEntry, file: string): RequirementEntry {
  const { id, level, says, basis, source = [], operations = [], needs = [], untested, ...rest } = written;
  if (typeof id !== 'string')
    throw new Error(`spec/requirements/${file}: expected every entry to have an id, received ${id}`);
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

/** Areas in the order of `areas`; `problemsOf` reports one that is not in it. */
const areaRank = ({ area }: RequirementEntry) => (includes(areas, area) ? areas.indexOf(area) : areas.length);
const number = ({ id }: RequirementEntry) => Number(id.slice(id.lastIndexOf('-') + 1));

/** The decision records by number; a record without a heading has an empty title, which `problemsOf` reports. */
async function findDecisions(root: string): Promise<Map<string, DecisionRecord>> {
  const files = (await readdir(join(root, 'spec/decisions'))).filter((file) => /^\d{4}-.+\.md$/.test(file)).sort();
  const records = files.map(async (file) => {
    const path = `spec/decisions/${file}`;
    const number = file.slice(0, 4);
    const [, title = ''] = new RegExp(`^# ${number} (.+)`).exec(await readFile(join(root, path), 'utf8')) ?? [];
    return [number, { path, title: title.trim() }] as const;
  });
  return new Map(await Promise.all(records));
}
