import { stringify } from 'yaml';
import {
  authorization,
  cancelStep,
  createStep,
  endStep,
  getStep,
  type Step,
  updateStep,
  type Workflow,
} from './arazzo-steps.js';
import { banner, type Contract, type DocumentedExchange, type JsonObject, type Output } from './contract.js';

/** generated/lifecycle.arazzo.yaml: the documented exchanges, every transition and every forbidden one as Arazzo workflows. */
export async function arazzo(contract: Contract): Promise<Output> {
  const { version } = (await contract.document()).info as { version: string };
  const description = {
    arazzo: '1.0.1',
    info: {
      title: 'Life of a security action',
      version,
      summary: 'The documented exchanges and the transitions of a security action.',
      description:
        'For a service whose actions change only when a client changes them. Transitions that a service makes by itself are not ' +
        'here, because no request causes them; a client may cause each of them too. Give a runner the URL of the service: the first ' +
        'server of the OpenAPI document does not exist.',
    },
    sourceDescriptions: [{ name: 'securityActions', url: './openapi.json', type: 'openapi' }],
    workflows: workflows(contract),
    components: {
      inputs: {
        caller: {
          type: 'object',
          required: ['token'],
          properties: {
            token: {
              type: 'string',
              description: 'Access token of an application with the permission SecurityActions.ReadWrite.All.',
            },
          },
        },
      },
      parameters: { authorization },
    },
  };
  const text = stringify(description, { lineWidth: 130, aliasDuplicateObjects: false });
  return { path: 'generated/lifecycle.arazzo.yaml', text: `# ${banner}\n${text}` };
}

function workflows(contract: Contract): readonly Workflow[] {
  const { lifecycle, exchanges } = contract;
  const documented = exchanges.filter(({ valid }) => valid);
  const plain = exchange(contract, 'create.published').request.body;
  const initial = initialOf(contract);
  const final = lifecycle.statuses.filter((status) => status.final).map(({ name }) => name);
  const allowed = lifecycle.transitions;
  const pairs = lifecycle.statuses.flatMap(({ name: from }) =>
    lifecycle.statuses.map(({ name: to }) => ({ from, to })),
  );
  const isAllowed = (from: string, to: string) => allowed.some((one) => one.from === from && one.to === to);
  const forbidden = pairs.filter(({ from, to }) => from !== to && !isAllowed(from, to));
  const cancelled = new Set(allowed.filter(({ by }) => by.includes('cancel')).map(({ from }) => from));
  const reach = (from: string) => [
    createStep(plain),
    ...pathTo(contract, from).map((to) => updateStep(`to-${to}`, bodyFor(contract, to), { status: to })),
  ];
  return [
    ...documented.map((one) => documentedWorkflow(one, plain, initial)),
    ...allowed
      .filter(({ by }) => by.includes('client'))
      .map(({ from, to, says }) =>
        workflow(`transition-${from}-${to}`, says, [
          ...reach(from),
          updateStep(`to-${to}`, bodyFor(contract, to), { status: to }),
          getStep({ status: to }),
        ]),
      ),
    ...[...cancelled].map((from) =>
      workflow(`cancel-${from}`, `An action that is ${from} ends after it is cancelled.`, [
        ...reach(from),
        cancelStep(),
        endStep(final),
      ]),
    ),
    ...forbidden.map(({ from, to }) =>
      workflow(
        `forbidden-${from}-${to}`,
        `An action that is ${from} does not become ${to}: 409, and nothing changes.`,
        [...reach(from), updateStep('rejected', bodyFor(contract, to), {}, 409), getStep({ status: from })],
      ),
    ),
  ];
}

/** A documented exchange, and a read that shows what it wrote. */
function documentedWorkflow(one: DocumentedExchange, plain: JsonObject, initial: string): Workflow {
  const { name, says, operation, request, response } = one;
  const kept = keptTexts(request.body, response.body);
  const steps =
    operation === 'create'
      ? [createStep(request.body, { ...kept, status: initial })]
      : [createStep(plain), updateStep('update', request.body, kept)];
  return workflow(`documented-${name.replaceAll('.', '-')}`, `Documented: ${says}.`, [...steps, getStep(kept)]);
}

/** The texts of a request that the response repeats. Type annotations are optional in a response. */
function keptTexts(request: JsonObject, response: JsonObject): JsonObject {
  const kept = Object.entries(request).filter(
    ([name, value]) => typeof value === 'string' && response[name] === value && !name.startsWith('@'),
  );
  return Object.fromEntries(kept);
}

function workflow(workflowId: string, summary: string, steps: readonly Step[]): Workflow {
  const inputs = { $ref: '#/components/inputs/caller' };
  return { workflowId, summary, inputs, parameters: [{ reference: '$components.parameters.authorization' }], steps };
}

/** The statuses that an action gets one after the other on the shortest way from the first status to this one. */
function pathTo(contract: Contract, status: string): readonly string[] {
  const paths = [[initialOf(contract)]];
  for (const path of paths) {
    if (path.at(-1) === status) return path.slice(1);
    for (const { from, to, by } of contract.lifecycle.transitions)
      if (from === path.at(-1) && by.includes('client')) paths.push([...path, to]);
  }
  throw new Error(`spec/lifecycle.yaml: no transition of a client leads to ${status}`);
}

function initialOf({ lifecycle }: Contract): string {
  const initial = lifecycle.statuses.find((status) => status.initial);
  if (!initial) throw new Error('spec/lifecycle.yaml: no status is the initial one');
  return initial.name;
}

/** The fixture that sets this status and has the most members: a final status comes with its time and its error. */
function bodyFor({ statusUpdates }: Contract, status: string): JsonObject {
  const size = (body: JsonObject) => Object.keys(body).length;
  const bodies = statusUpdates.map(({ body }) => body).filter((body) => body.status === status);
  const [largest] = bodies.sort((a, b) => size(b) - size(a));
  if (!largest) throw new Error(`fixtures/valid/update.status.json: no body sets the status ${status}`);
  return largest;
}

function exchange({ exchanges }: Contract, name: string): DocumentedExchange {
  const found = exchanges.find((one) => one.name === name);
  if (!found) throw new Error(`fixtures/documented: there is no exchange ${name}`);
  return found;
}
