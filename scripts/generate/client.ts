import { banner, type Contract, type Output } from './contract.js';
import { type OperationInfo, operationsOf } from './operations.js';
import { pascalCase, schemaNames } from './schema-names.js';
import { docComment, quoted } from './typescript.js';

/** generated/client.ts: one typed function for each operation of the document, on the modules of `clientRuntime`. */
export async function client(contract: Contract): Promise<Output> {
  const document = await contract.document();
  const operations = operationsOf(document);
  const text = `// ${banner}
import type { components, operations } from './api.js';
import { finalStatuses } from './lifecycle.js';
import { createCaller, type CallerOptions, type Operation } from './runtime/caller.js';
import type { FailureFacts, ResponseFacts } from './runtime/failure.js';
import type { Middleware } from './runtime/middleware.js';

export { SecurityActionsError } from './runtime/failure.js';
export type { Middleware, MiddlewareCall } from './runtime/middleware.js';

${schemaNames(document)
  .map((name) => `export type ${pascalCase(name)} = components['schemas'][${quoted(name)}];`)
  .join('\n')}

/** How the client connects to the service. */
export interface SecurityActionsClientOptions extends CallerOptions {}

/** T with \`undefined\` allowed for every optional member. */
export type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : T extends object
    ? { [K in keyof T as {} extends Pick<T, K> ? never : K]: Loose<T[K]> } & {
        [K in keyof T as {} extends Pick<T, K> ? K : never]?: Loose<T[K]> | undefined;
      }
    : T;

/** Options of a call, besides the id and the body. */
export interface OperationOptions<Id extends keyof operations> {
  readonly query?: Loose<NonNullable<operations[Id]['parameters']['query']>> | undefined;
  /** The header fields of the contract, and any others. */
  readonly headers?: (Loose<NonNullable<operations[Id]['parameters']['header']>> & Readonly<Record<string, string | undefined>>) | undefined;
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of a create or an update that does not ask for \`Prefer: return=minimal\`. */
export interface WholeOptions<Id extends keyof operations> extends OperationOptions<Id> {
  readonly headers?: (NonNullable<OperationOptions<Id>['headers']> & { readonly [name in 'Prefer' | 'prefer']?: 'return=representation' | undefined }) | undefined;
}

/** The JSON body of an operation. */
export type OperationBody<Id extends keyof operations> = operations[Id] extends {
  requestBody?: { content: { 'application/json': infer Body } };
}
  ? Loose<Body>
  : never;

/** Additional option for an operation whose body is optional. */
export interface OptionalBody<Id extends keyof operations> {
  readonly body?: OperationBody<Id> | undefined;
}

type JsonOf<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : undefined;

/** The body of a 2xx response; \`undefined\` where the contract documents a response without a body. */
export type OperationData<Id extends keyof operations> = JsonOf<
  operations[Id]['responses'][Extract<keyof operations[Id]['responses'], 200 | 201 | 204>]
>;

/** The error of a response that is not 2xx: always in the documented shape, whatever the service sent. */
export type SecurityActionsFailure = GraphError & FailureFacts;

/** \`data\` for a documented 2xx response, \`error\` for one that is not 2xx, and what the header fields say in both cases. */
export type Result<Data> = ResponseFacts &
  ({ readonly data: Data; readonly error?: undefined } | { readonly data?: undefined; readonly error: SecurityActionsFailure });

/** The result of an operation. */
export type OperationResult<Id extends keyof operations> = Result<OperationData<Id>>;

/**
 * One function for each operation, and what is made of them. An error response is a result. A call rejects with a
 * \`SecurityActionsError\` if no response arrives, if the service redirects, or if a 2xx response is not one of the contract; with the
 * reason of the signal if that aborts; and with a \`TypeError\` for an argument that cannot be sent.
 */
export interface SecurityActionsClient {
${operations.map(declaration).join('\n')}
${operations.map(addition).join('')}  /** Adds middleware with the interface of openapi-fetch. */
  use(...middleware: readonly Middleware[]): void;
}

const calls = {
${operations.map(entry).join('\n')}
} satisfies Record<keyof operations, Operation>;

/** A client for the service at \`options.baseUrl\`. Throws a \`TypeError\` for options that cannot be used. */
export function createSecurityActionsClient(options: SecurityActionsClientOptions): SecurityActionsClient {
  const { call, all, wait, use } = createCaller(options);
  const client: Record<keyof SecurityActionsClient, unknown> = {
${operations.map(implementation).join('\n')}
${operations.map(additionalImplementation).join('')}    use,
  };
  return client as unknown as SecurityActionsClient;
}
`;
  return { path: 'generated/client.ts', text };
}

function declaration(operation: OperationInfo): string {
  const { id, summary, description, pathParameters, body, successes } = operation;
  const doc = docComment([summary, description].filter((text) => text.trim()).join('\n\n') || id, '  ');
  const signature = (options: string, data: string) => {
    const parameters = [
      ...pathParameters.map((name) => `${name}: string`),
      ...(body === 'required' ? [`body: OperationBody<${quoted(id)}>`] : []),
      `${options}<${quoted(id)}>${body === 'optional' ? ` & OptionalBody<${quoted(id)}>` : ''}`,
    ];
    return `${doc}\n  ${id}(${parameters.join(', ')}): Promise<Result<${data}>>;`;
  };
  const data = `OperationData<${quoted(id)}>`;
  const shapes = Object.values(successes);
  if (!shapes.includes(null) || shapes.every((shape) => shape === null))
    return signature('options?: OperationOptions', data);
  return `${signature('options?: WholeOptions', `NonNullable<${data}>`)}\n${signature('options: OperationOptions', data)}`;
}

/** What the client offers on top of an operation. */
function addition({ id, kind }: OperationInfo): string {
  const options = `OperationOptions<${quoted(id)}>`;
  if (kind === 'list')
    return `  /** Every action that the list has, over all pages. Rejects for an error response and for a next link to another origin. */
  all(options?: ${options}): AsyncGenerator<SecurityAction, void, undefined>;
`;
  if (kind === 'get')
    return `  /**
   * Reads the action, at growing intervals, until it has a final status. Rejects for an error response, and with a \`TimeoutError\` when
   * \`timeout\` milliseconds have passed; default: five minutes.
   */
  waitUntilFinished(securityActionId: string, options?: Pick<${options}, 'headers' | 'signal'> & { readonly timeout?: number | undefined }): Promise<SecurityAction>;
`;
  return '';
}

function additionalImplementation({ id, kind }: OperationInfo): string {
  if (kind === 'list') return `    all: (options?: object) => all(calls.${id}, options),\n`;
  if (kind === 'get')
    return `    waitUntilFinished: (id: string, options?: object) => wait(calls.${id}, finalStatuses, id, options),\n`;
  return '';
}

/** The operation as the caller of the runtime sees it. */
function entry({ id, method, path, kind, pathParameters, body, successes }: OperationInfo): string {
  const facts = {
    method: method.toUpperCase(),
    path,
    ...(pathParameters[0] !== undefined && { idName: pathParameters[0] }),
    needsBody: body === 'required',
    // A second create could create a second action; every other operation can be repeated without another effect.
    repeatable: kind !== 'create',
    successes,
  };
  return `  ${id}: ${JSON.stringify(facts)},`;
}

function implementation({ id, pathParameters, body }: OperationInfo): string {
  const at = pathParameters.length > 0 ? 'id: string, ' : '';
  const sent = body === 'required' ? 'body: object, ' : '';
  const rest = [at ? 'id' : 'undefined', sent ? '{ ...options, body }' : 'options'];
  return `    ${id}: (${at}${sent}options?: object) => call(calls.${id}, ${rest.join(', ')}),`;
}
