import { banner, type Contract, type Output } from './contract.js';
import { type OperationInfo, operationsOf } from './operations.js';
import { pascalCase, schemaNames } from './schema-names.js';
import { docComment, quoted } from './typescript.js';

/** generated/client.ts: one typed function for each operation of the document. */
export async function client(contract: Contract): Promise<Output> {
  const document = await contract.document();
  const operations = operationsOf(document);
  const text = `// ${banner}
import createClient, { type FetchResponse } from 'openapi-fetch';
import type { components, operations, paths } from './api.js';

${schemaNames(document)
  .map((name) => `export type ${pascalCase(name)} = components['schemas'][${quoted(name)}];`)
  .join('\n')}

/** How the client connects to the service. */
export interface SecurityActionsClientOptions {
  /** The base URL, including the version segment: \`https://graph.microsoft.com/beta\`. */
  readonly baseUrl: string;
  /** A bearer token, or a function that returns one for each request. Not used if a call sets \`Authorization\` itself. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** Sends a request. Default: the global \`fetch\`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Header fields for every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Options of a call, besides the id and the body. */
export interface OperationOptions<Id extends keyof operations> {
  readonly query?: operations[Id]['parameters']['query'] | undefined;
  /** The header fields of the contract, and any others. */
  readonly headers?: (operations[Id]['parameters']['header'] & Readonly<Record<string, string | undefined>>) | undefined;
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
}

/** The JSON body of an operation. */
export type OperationBody<Id extends keyof operations> = operations[Id] extends {
  requestBody?: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

/** Additional option for an operation whose body is optional. */
export interface OptionalBody<Id extends keyof operations> {
  readonly body?: OperationBody<Id> | undefined;
}

/** \`data\` for a 2xx response, \`error\` for any other, and the \`response\` in both cases. */
export type OperationResult<Id extends keyof operations> = FetchResponse<operations[Id], object, \`\${string}/\${string}\`>;

/** One function for each operation. An error response is a result; a call rejects if no response arrives or its JSON cannot be parsed. */
export interface SecurityActionsClient {
${operations.map(declaration).join('\n')}
}

/** A client for the service at \`options.baseUrl\`. */
export function createSecurityActionsClient(options: SecurityActionsClientOptions): SecurityActionsClient {
  const { baseUrl, token, fetch, headers } = options;
  // The contract separates list values in a query with commas; the default would repeat the name.
  const querySerializer = { array: { style: 'form', explode: false } } as const;
  const client = createClient<paths>({
    baseUrl,
    querySerializer,
    ...(headers && { headers }),
    ...(fetch && { fetch }),
  });
  if (token !== undefined) {
    client.use({
      async onRequest({ request }) {
        if (request.headers.has('Authorization')) return;
        request.headers.set('Authorization', \`Bearer \${typeof token === 'function' ? await token() : token}\`);
      },
    });
  }
  return {
${operations.map(implementation).join('\n')}
  };
}

function common<Id extends keyof operations>({ headers, signal }: OperationOptions<Id>) {
  return { ...(headers && { headers }), ...(signal && { signal }) };
}

/** Throws for an id that cannot be one segment of a path: the URL would address another resource. */
function segment(name: string, value: string): string {
  if (value !== '' && value !== '.' && value !== '..') return value;
  throw new TypeError(\`Could not build the URL: expected \${name} to be an id, received '\${value}'\`);
}
`;
  return { path: 'generated/client.ts', text };
}

function declaration(operation: OperationInfo): string {
  const { id, summary, description, pathParameters, body } = operation;
  const doc = [summary, description].filter((text) => text.trim()).join('\n\n');
  const parameters = [
    ...pathParameters.map((name) => `${name}: string`),
    ...(body === 'required' ? [`body: OperationBody<${quoted(id)}>`] : []),
    `options?: OperationOptions<${quoted(id)}>${body === 'optional' ? ` & OptionalBody<${quoted(id)}>` : ''}`,
  ];
  const signature = `  ${id}(${parameters.join(', ')}): Promise<OperationResult<${quoted(id)}>>;`;
  return doc ? `${docComment(doc, '  ')}\n${signature}` : signature;
}

function implementation({ id, method, path, pathParameters, hasQuery, body }: OperationInfo): string {
  const parameters = [...pathParameters, ...(body === 'required' ? ['body'] : []), 'options = {}'];
  const segments = pathParameters.map((name) => `${name}: segment(${quoted(name)}, ${name})`).join(', ');
  const params = [
    ...(segments ? ['path'] : []),
    ...(hasQuery ? ['...(options.query && { query: options.query })'] : []),
  ];
  const init = [
    '...common(options)',
    ...(params.length > 0 ? [`params: { ${params.join(', ')} }`] : []),
    ...(body === 'none' ? [] : [body === 'required' ? 'body' : '...(options.body && { body: options.body })']),
  ];
  return [
    `    async ${id}(${parameters.join(', ')}) {`,
    ...(segments ? [`      const path = { ${segments} };`] : []),
    `      return client.${method.toUpperCase()}(${quoted(path)}, { ${init.join(', ')} });`,
    '    },',
  ].join('\n');
}
