// The tools that `npm run tools` runs on the generated documents.

const typescript = 'typescript@5.9.3';

/** A program of ours that uses a library: `programs/<name>.mjs` gets the document and a documented exchange. */
const library = (name, ...more) => ({
  name,
  packages: [name, ...more],
  command: ({ document, fixture, program }) => ['node', program(name), document, fixture],
});

/**
 * Each tool: its packages (the first one gives the version), its command, files to write before, and for a generator
 * `compiles`, the file with which TypeScript starts. `problems` reads the rules that
 * a linter printed as JSON; `makes` names the file that a converter makes.
 */
export const tools = [
  {
    name: 'Spectral',
    packages: ['@stoplight/spectral-cli'],
    files: () => ({ '.spectral.yaml': 'extends: ["spectral:oas"]\n' }),
    command: ({ document, bin }) => [bin('spectral'), 'lint', '-q', '-f', 'json', document],
    problems: (output) => JSON.parse(output).map(({ code }) => code),
  },
  {
    ...library('@apidevtools/swagger-parser'),
    command: ({ document, program }) => ['node', program('swagger-parser'), document],
  },
  {
    name: 'Redocly',
    packages: ['@redocly/cli'],
    command: ({ document, bin }) => [bin('redocly'), 'lint', '--format', 'json', document],
    problems: (output) => JSON.parse(output).problems.map(({ ruleId }) => ruleId),
  },
  {
    name: 'hey-api',
    packages: ['@hey-api/openapi-ts', typescript],
    command: ({ document, out, bin }) => [bin('openapi-ts'), '-i', document, '-o', out],
    compiles: 'index.ts',
  },
  {
    name: 'orval',
    packages: ['orval', typescript],
    command: ({ document, out, bin }) => [
      bin('orval'),
      '--input',
      document,
      '--output',
      `${out}/api.ts`,
      '--client',
      'fetch',
    ],
    compiles: 'api.ts',
  },
  {
    name: 'kubb',
    packages: ['@kubb/core', '@kubb/cli', '@kubb/plugin-oas', '@kubb/plugin-ts', typescript],
    files: ({ document, out }) => ({
      'kubb.config.mjs': `import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';
export default {
  root: '.',
  input: { path: ${JSON.stringify(document)} },
  output: { path: ${JSON.stringify(out)}, format: false, lint: false },
  plugins: [pluginOas(), pluginTs()],
};
`,
    }),
    command: ({ bin }) => [bin('kubb'), 'generate', '--config', 'kubb.config.mjs'],
    compiles: 'index.ts',
  },
  {
    name: 'openapi-zod-client',
    packages: ['openapi-zod-client', 'zod@3', '@zodios/core', 'axios', typescript],
    command: ({ document, out, bin }) => [bin('openapi-zod-client'), document, '-o', `${out}/api.ts`],
    compiles: 'api.ts',
  },
  {
    name: "Postman's converter",
    packages: ['openapi-to-postmanv2'],
    command: ({ document, out, bin }) => [bin('openapi2postmanv2'), '-s', document, '-o', `${out}/collection.json`],
    makes: 'collection.json',
  },
  {
    name: "Mockoon's import",
    packages: ['@mockoon/cli'],
    command: ({ document, out, bin }) => [
      bin('mockoon-cli'),
      'import',
      '--input',
      document,
      '--output',
      `${out}/mock.json`,
    ],
    makes: 'mock.json',
  },
  library('express-openapi-validator', 'express'),
  library('openapi-backend', 'ajv-formats'),
  { ...library('ajv', 'ajv-formats'), name: 'Ajv, strict, on each schema' },
];
