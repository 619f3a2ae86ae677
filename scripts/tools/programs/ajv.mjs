// Compiles each schema of the document named by the argument in the strict mode of Ajv, and prints those that it refuses.
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const { openapi, components } = JSON.parse(await readFile(process.argv[2], 'utf8'));
const ajv = new (openapi.startsWith('3.1') ? Ajv2020 : Ajv)({ strict: true });
formats.default(ajv);
// Members of the document that are no keywords of JSON Schema.
for (const keyword of ['components', 'example', 'x-source']) ajv.addKeyword(keyword);
ajv.addSchema({ components }, 'document:');
const names = Object.keys(components.schemas);
for (const name of names) {
  try {
    ajv.compile({ $ref: `document:#/components/schemas/${name}` });
  } catch (error) {
    console.log(`${name}: ${error.message}`);
    process.exitCode = 1;
  }
}
if (!process.exitCode) console.log(`compiles all ${names.length} schemas`);
