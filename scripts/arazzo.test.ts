import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { startMock } from '../conformance/mock/prism.js';
import { createReference } from '../conformance/reference/index.js';
import { listen } from '../conformance/reference/listen.js';
import { statuses, transitions } from '../generated/lifecycle.js';

const root = join(import.meta.dirname, '..');
const redocly = join(root, 'node_modules/.bin/redocly');
const file = join(root, 'generated/lifecycle.arazzo.yaml');

interface Description {
  sourceDescriptions: [{ url: string }];
  workflows: { workflowId: string; steps: { successCriteria: { condition: string }[] }[] }[];
}

let folder: string;
let description: Description;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arazzo-'));
  description = parse(await readFile(file, 'utf8'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The result of each workflow when Redocly Respect runs the description against a server. */
async function respect(
  path: string,
  server: string,
  token: string,
  more: readonly string[] = [],
): Promise<Record<string, string>> {
  const report = join(await mkdtemp(join(folder, 'run-')), 'report.json');
  const args = ['respect', path, '-i', `token=${token}`, '-S', `securityActions=${server}`, '-J', report, ...more];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  // Respect ends with 1 when a workflow fails; the report has the result of each. Without a report it did not run.
  const failure: Error | undefined = await promisify(execFile)(redocly, args, { cwd: folder, env }).then(
    () => undefined,
    (error) => error,
  );
  const text = await readFile(report, 'utf8').catch(() => {
    throw failure;
  });
  const { files } = JSON.parse(text) as {
    files: Record<string, { executedWorkflows: { workflowId: string; status: string }[] }>;
  };
  const executed = Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
  return Object.fromEntries(executed.map(({ workflowId, status }) => [workflowId, status]));
}

const allSucceed = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, 'success']));
const idsOf = ({ workflows }: Description) => workflows.map(({ workflowId }) => workflowId);

test('there is a workflow for each change of status, whether it is allowed or forbidden', () => {
  const pairs = statuses.flatMap((from) => statuses.filter((to) => to !== from).map((to) => ({ from, to })));
  const expected = pairs.map(({ from, to }) => {
    const allowed = transitions.some((one) => one.from === from && one.to === to);
    return `${allowed ? 'transition' : 'forbidden'}-${from}-${to}`;
  });
  const received = idsOf(description).filter((id) => /^(transition|forbidden)-/.test(id));
  expect(received.sort()).toEqual(expected.sort());
});

test.concurrent('every workflow succeeds on the reference', async () => {
  const reference = createReference();
  const { url, close } = await listen(reference);
  try {
    expect(await respect(file, url, await reference.tokens.mint('writer'))).toEqual(allSucceed(idsOf(description)));
  } finally {
    await close();
  }
}, 60_000);

test.concurrent('a transition that the server lacks fails its workflow only', async () => {
  const reference = createReference({ behaviour: { transition: (from, to) => (from === to ? 'stay' : 'reject') } });
  const { url, close } = await listen(reference);
  try {
    const only = ['documented-create', 'transition-NotStarted-Running', 'cancel-NotStarted'];
    const results = await respect(
      file,
      url,
      await reference.tokens.mint('writer'),
      only.flatMap((id) => ['-w', id]),
    );
    expect(results).toEqual({ ...allSucceed(only), 'transition-NotStarted-Running': 'error' });
  } finally {
    await close();
  }
}, 60_000);

test.concurrent('on the mock, which keeps nothing, every request is valid and every response has its status and schema', async () => {
  const mock = await startMock();
  const stateless: Description = {
    ...description,
    sourceDescriptions: [{ ...description.sourceDescriptions[0], url: join(root, 'generated/openapi.json') }],
    workflows: description.workflows
      .filter(({ workflowId }) => /^(documented|cancel)-/.test(workflowId))
      .map((workflow) => ({
        ...workflow,
        steps: workflow.steps.map((step) => ({
          ...step,
          successCriteria: step.successCriteria.filter(({ condition }) => !condition.includes('$response.body')),
        })),
      })),
  };
  const path = join(folder, 'stateless.arazzo.yaml');
  await writeFile(path, stringify(stateless));
  try {
    expect(await respect(path, mock.url, 'any-token')).toEqual(allSucceed(idsOf(stateless)));
  } finally {
    await mock.close();
  }
}, 60_000);
