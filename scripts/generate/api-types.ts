import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { banner, type Contract, type Output } from './contract.js';

/** generated/api.d.ts: types for the paths, operations and schemas of the document. */
export async function apiTypes(contract: Contract): Promise<Output> {
  // An index signature for the open schemas would hide every misspelt member.
  const document = JSON.parse(JSON.stringify(await contract.document()), (key, value) =>
    key === 'additionalProperties' && value === true ? undefined : value,
  );
  const nodes = await openapiTS(document as unknown as OpenAPI3);
  return { path: 'generated/api.d.ts', text: `// ${banner}\n\n${astToString(nodes)}` };
}

/** generated/types.ts: the same types for a package entry, which needs a module that exists when the program runs. */
export async function typesEntry(): Promise<Output> {
  return {
    path: 'generated/types.ts',
    text: `// ${banner}\nexport type { components, operations, paths } from './api.js';\n`,
  };
}
