import type { JsonObject } from './contract.js';

/** A step of an Arazzo workflow: one request, and what its response must be. */
export type Step = JsonObject & { readonly stepId: string };

/** An Arazzo workflow. */
export interface Workflow {
  readonly workflowId: string;
  readonly summary: string;
  readonly inputs: JsonObject;
  readonly parameters: readonly JsonObject[];
  readonly steps: readonly Step[];
}

/** The parameter of every request. */
export const authorization = { name: 'Authorization', in: 'header', value: 'Bearer {$inputs.token}' };

const action = [{ name: 'securityActionId', in: 'path', value: '$steps.create.outputs.id' }];
const json = (payload: JsonObject) => ({ contentType: 'application/json', payload });
const condition = (text: string) => ({ condition: text });

/** Conditions that the response has this status and these members. */
function shows(status: number, members: JsonObject): readonly JsonObject[] {
  const texts = Object.entries(members).map(
    ([name, value]) => `$response.body#/${name} == '${String(value).replaceAll("'", "''")}'`,
  );
  return [`$statusCode == ${status}`, ...texts].map(condition);
}

/** Creates the action of the workflow. */
export function createStep(body: JsonObject, members: JsonObject = {}): Step {
  return {
    stepId: 'create',
    operationId: 'createSecurityAction',
    requestBody: json(body),
    successCriteria: shows(201, members),
    outputs: { id: '$response.body#/id' },
  };
}

/** Changes the action; 409 is the response to a forbidden transition. */
export function updateStep(stepId: string, body: JsonObject, members: JsonObject, status = 200): Step {
  return {
    stepId,
    operationId: 'updateSecurityAction',
    parameters: action,
    requestBody: json(body),
    successCriteria: shows(status, members),
  };
}

export function cancelStep(): Step {
  return {
    stepId: 'cancel',
    operationId: 'cancelSecurityAction',
    parameters: action,
    successCriteria: [condition('$statusCode == 204 || $statusCode == 200')],
  };
}

/** Reads the action. */
export function getStep(members: JsonObject): Step {
  return {
    stepId: 'get',
    operationId: 'getSecurityAction',
    parameters: action,
    successCriteria: shows(200, members),
  };
}

/** Reads the action every second until it has a final status, at most ten times. */
export function endStep(final: readonly string[]): Step {
  const isFinal = final.map((status) => `$response.body#/status == '${status}'`).join(' || ');
  return {
    ...getStep({}),
    successCriteria: ['$statusCode == 200', isFinal].map(condition),
    onFailure: [{ name: 'wait', type: 'retry', retryAfter: 1, retryLimit: 10 }],
  };
}
