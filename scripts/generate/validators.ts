import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { build } from 'esbuild';
import { banner, type Contract, type JsonObject, type Output } from './contract.js';
import { pascalCase, schemaNames } from './schema-names.js';

/** Members of a schema that only describe. Any other that is no keyword is a mistake, and stops the generator. */
const annotations = ['title', 'description', 'examples', 'readOnly', 'writeOnly', 'deprecated', 'x-source'];

/** Where the document keeps its schemas; a keyword of no dialect, and yet what their references pass through. */
const container = 'components';

/** generated/validators.js: a compiled validator for each component schema, without dependencies. */
export async function validators(contract: Contract): Promise<Output> {
  const document = await contract.document();
  const names = schemaNames(document).map((name) => [exportName(name), `#/components/schemas/${name}`]);
  const text = await compiled({ [container]: document[container] }, Object.fromEntries(names));
  return { path: 'generated/validators.js', text };
}

/** The name of the validator of each kind of fixture file, and its part of fixtures/schema.json. */
const fixtureParts = {
  validateDocumentedFixture: '#/$defs/documented',
  validateValidFixtures: '#/$defs/valid',
  validateInvalidFixtures: '#/$defs/invalid',
};

/** generated/fixture-validators.js: a compiled validator for each kind of fixture file. */
export async function fixtureValidators(): Promise<Output> {
  const schema = JSON.parse(await readFile('fixtures/schema.json', 'utf8')) as JsonObject;
  return { path: 'generated/fixture-validators.js', text: await compiled(schema, fixtureParts) };
}

/** generated/fixture-validators.d.ts: the types of these validators. */
export async function fixtureValidatorTypes(): Promise<Output> {
  const text = `// ${banner}
import type { Validator } from './validators.js';

${declarations(Object.keys(fixtureParts))}
`;
  return { path: 'generated/fixture-validators.d.ts', text };
}

async function compiled(schema: JsonObject, names: Readonly<Record<string, string>>): Promise<string> {
  // Without inlining, a schema that many others refer to is compiled once.
  const ajv = new Ajv2020({ strict: true, allErrors: true, inlineRefs: false, code: { source: true, esm: true } });
  formats.default(ajv);
  ajv.addVocabulary([container]);
  ajv.addSchema(withoutAnnotations(schema) as object, 'schema');
  const references = Object.entries(names).map(([name, pointer]) => [name, `schema${pointer}`]);
  return `// ${banner}\n${await withoutImports(standalone.default(ajv, Object.fromEntries(references)))}`;
}

function declarations(names: readonly string[]): string {
  return names.map((name) => `export const ${name}: Validator;`).join('\n');
}

/** generated/validators.d.ts: the types of the validators. */
export async function validatorTypes(contract: Contract): Promise<Output> {
  const names = schemaNames(await contract.document()).map(exportName);
  const text = `// ${banner}

/** One reason why a value is not valid. */
export interface ValidationError {
  /** JSON Pointer to the value at fault; empty for the whole. */
  readonly instancePath: '' | \`/\${string}\`;
  /** Pointer to the keyword of the schema that it breaks. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Judges a value; after each call \`errors\` holds every reason against it, or null when it is valid. */
export interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly ValidationError[] | null;
}

${declarations(names)}
`;
  return { path: 'generated/validators.d.ts', text };
}

const exportName = (schema: string) => `validate${pascalCase(schema)}`;

/** A copy that holds what decides validity alone: a change of wording leaves the compiled code as it is. */
function withoutAnnotations(value: unknown, areNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutAnnotations(item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => areNames || !annotations.includes(key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutAnnotations(item, !areNames && key === 'properties')]),
  );
}

/** Ajv's compiled code requires a few of its helpers; this puts them into the file. */
async function withoutImports(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    lineLimit: 160,
    legalComments: 'none',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('expected esbuild to return the bundled validators, received no file');
  return file.text;
}
