import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requirements } from '../../../generated/requirements.js';
import type { ConformOptions } from '../../cli/config/conform-options.js';
import { rerunOn } from '../../cli/rerun.js';
import { brokenPost, cacheForAll, type Defect, laxCreate, lostUpdates, staleName } from '../../cli/testing/defects.js';
import { identities } from '../../engine/evidence/exchange.js';
import { selection } from '../../engine/run/selection.js';
import { conform, emptyRecord, type RunRecord, recorded } from '../../index.js';
import { createReference } from '../../reference/index.js';
import { jsonReport } from '../exports/json.js';
import { junitReport } from '../exports/junit.js';
import { paint } from '../format/paint.js';
import type { ReportSettings } from '../settings.js';
import { terminalReport } from '../terminal/terminal.js';
import { normalized } from '../testing/normalized.js';

const url = 'http://127.0.0.1:8080/beta';

type Options = ConformOptions & Required<Pick<ConformOptions, 'only' | 'sequences' | 'races'>>;

const goldens: readonly (readonly [name: string, defect: Defect, options: Options])[] = [
  ['conformant', {}, { only: ['CREATE-16', 'GET-1', 'GET-3', 'LIST-1'], sequences: 0, races: 2 }],
  ['failing', laxCreate(), { only: ['CREATE-8', 'CREATE-16', 'GET-1', 'LIST-1', 'LIST-23'], sequences: 0, races: 2 }],
  [
    'inconclusive',
    brokenPost(),
    { only: ['CREATE-16', 'GET-1', 'GET-3', 'CANCEL-1', 'LIST-1'], sequences: 0, races: 2 },
  ],
  ['cause', cacheForAll(), { only: ['AUTH-1', 'AUTH-9', 'CREATE-16', 'UPDATE-17'], sequences: 0, races: 2 }],
  ['race', lostUpdates(), { only: ['LIFECYCLE-16'], sequences: 0, races: 1 }],
  ['sequence', staleName(), { only: ['UPDATE-4'], sequences: 20, races: 2 }],
];

/** Runs the kit in this process against a target at `url`, with fixed seeds and one input at a time. */
async function play({ behaviour, intercept }: Defect, { only, sequences, races }: Options): Promise<RunRecord> {
  let now = Date.UTC(2026, 0, 1);
  const reference = createReference({ seed: 1, now: () => now++, ...(behaviour && { behaviour }) });
  const fetch = (request: Request) => (intercept ? intercept(request, reference.fetch) : reference.fetch(request));
  const target = { name: url, url, fetch, tokens: await reference.tokens.mintAll() };
  let record = emptyRecord;
  // Without a time limit that is hit, the same sequences are played on a slow machine too.
  const limits = { concurrency: 1, budgetMs: 600_000 };
  await conform(target, { seed: 7, only: selection(only), sequences, races, ...limits }, (event) => {
    record = recorded(record, event);
  });
  return record;
}

/** `UPDATE_GOLDEN=1 npx vitest run conformance/report/golden` rewrites the files. */
async function compare(file: string, text: string): Promise<void> {
  const path = join(import.meta.dirname, file);
  if (process.env.UPDATE_GOLDEN) await writeFile(path, normalized(text));
  expect(normalized(text)).toBe(await readFile(path, 'utf8'));
}

test.each(goldens)('the reports of the run "%s" equal their golden files', { timeout: 60_000 }, async (...golden) => {
  const [name, defect, options] = golden;
  const record = await play(defect, options);
  const settings: ReportSettings = {
    paint: paint(false),
    width: 100,
    verbose: false,
    identities,
    statement: (id) => requirements[id].says,
    rerun: rerunOn(url, options),
    bestNullServer: { name: 'an empty list', passed: { MUST: 3, SHOULD: 2, MAY: 1 } },
  };
  await compare(`${name}.txt`, terminalReport(record, settings));
  await compare(`${name}.json.txt`, jsonReport(record, settings));
  await compare(`${name}.xml`, junitReport(record, settings));
});
