import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../engine/package-root.js';
import type { RecordLine } from './lines.js';

/** What is wrong with the form of a line, apart from its digest; `undefined` if it is as `record.schema.json` describes it. */
export type FormDefect = (line: RecordLine) => string | undefined;

let loaded: Promise<FormDefect> | undefined;

/** The forms of all lines. Ajv is loaded only where a record is read. */
export function lineForms(): Promise<FormDefect> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<FormDefect> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const schema: Schema = JSON.parse(
    await readFile(join(packageRoot(), 'conformance/record/record.schema.json'), 'utf8'),
  );
  // A time in another form is found where it is read.
  const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(schema);
  const forms = new Map(
    Object.entries(schema.$defs).map(([name, { properties }]) => {
      return [properties?.type?.const, ajv.getSchema(`${schema.$id}#/$defs/${name}`)] as const;
    }),
  );
  const defectOf: FormDefect = (line) => {
    // Any JSON value may stand on a line.
    const type = (line as RecordLine | null)?.type;
    const validate = type === undefined ? undefined : forms.get(type);
    if (!validate) return `it has the unknown type ${JSON.stringify(type)}`;
    if (validate(line)) return line.type === 'part' ? defectOf(line.line) : undefined;
    const [error] = validate.errors ?? [];
    return `${error?.instancePath || 'it'} ${error?.message}`;
  };
  return defectOf;
}

/** What is read of `record.schema.json`. */
interface Schema {
  readonly $id: string;
  readonly $defs: Readonly<
    Record<string, { readonly properties?: { readonly type?: { readonly const?: RecordLine['type'] } } }>
  >;
}
