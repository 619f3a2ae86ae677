import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { ConfigurationError, errorText, whyUnreadable } from '../../engine/errors.js';
import { packageRoot } from '../../engine/package-root.js';
import { suggestion } from '../../engine/suggestion.js';

/** The content of a data file, and the line of each value in it. */
export interface DataFile<Content> {
  readonly content: Content;
  /** The line on which the value at this path begins; the first line is 1. */
  lineOf(path: readonly (string | number)[]): number;
}

/** A data file that a user writes: the option that names it, and the schema in `schemas/` that describes it. */
export interface DataFileKind {
  readonly option: string;
  readonly schema: string;
}

/**
 * Reads a YAML or JSON file and validates it.
 *
 * @throws ConfigurationError that names the line: for a file that cannot be read, is not YAML, or breaks its schema.
 */
export async function readDataFile<Content>(
  file: string,
  { option, schema }: DataFileKind,
): Promise<DataFile<Content>> {
  const wrong = (what: string, line?: number) =>
    new ConfigurationError(`${option} ${file}${line === undefined ? '' : `:${line}`}: ${what}`);
  const text = await readFile(file, 'utf8').catch((error) => {
    throw wrong(whyUnreadable(error));
  });
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = [...document.errors, ...document.warnings];
  if (error) throw wrong(`it is not valid YAML or JSON: ${error.message.split('\n')[0]}`, error.linePos?.[0].line);
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let end = path.length; end > 0; end--) {
      const node = document.getIn(path.slice(0, end), true) as { range?: readonly [number, ...number[]] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    throw wrong(`its aliases cannot be resolved: ${errorText(error)}; write each value in its place`);
  }
  if (content === null) throw wrong('the file is empty', 1);
  const [defect] = await defects(schema, content);
  if (defect) {
    const path = defect.instancePath.split('/').slice(1).map(unescaped);
    throw wrong(
      sentence(defect, path),
      lineOf(defect.params.additionalProperty ? [...path, defect.params.additionalProperty] : path),
    );
  }
  return { content: content as Content, lineOf };
}

async function defects(schema: string, content: unknown): Promise<readonly ErrorObject[]> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const path = join(packageRoot(), 'conformance/cli/config/schemas', schema);
  const validate = new Ajv2020({ verbose: true, allowUnionTypes: true }).compile(
    JSON.parse(await readFile(path, 'utf8')),
  );
  return validate(content) ? [] : (validate.errors ?? []);
}

/** The defect as a sentence: where, what is expected, what was received. */
function sentence({ keyword, params, data, parentSchema }: ErrorObject, path: readonly (string | number)[]): string {
  const where = path.length === 0 ? 'the file' : path.join('.');
  if (keyword === 'additionalProperties') {
    const known = Object.keys(parentSchema?.properties ?? {});
    const name = String(params.additionalProperty);
    return `${where} has an unknown member "${name}": ${suggestion(name, known)}expected ${known.join(', ')}`;
  }
  if (keyword === 'required') return `${where} has no member "${params.missingProperty}": add it`;
  const expected = {
    type: `expected ${[params.type].flat().join(' or ')}`,
    enum: `expected ${[params.allowedValues].flat().join(' or ')}`,
    pattern: `expected ${parentSchema?.description ?? `a text that matches ${params.pattern}`}`,
    minLength: 'expected a text that is not empty',
    minItems: 'expected at least one element',
    minimum: `expected at least ${params.limit}`,
    maximum: `expected at most ${params.limit}`,
  }[keyword];
  if (parentSchema?.writeOnly)
    return `${where} may hold a secret, and its value is not repeated here: ${expected ?? keyword}`;
  const isText = typeof data === 'string' && keyword === 'type' && /object|array/.test(String(params.type));
  return `${where} is ${isText ? 'a text' : received(data)}: ${expected ?? keyword}`;
}

/** What stands in the place of something else. What an array or an object holds is not repeated, because it may hold a secret. */
function received(data: unknown): string {
  if (Array.isArray(data)) return 'an array';
  return typeof data === 'object' && data !== null ? 'an object' : JSON.stringify(data);
}

/** One token of a JSON pointer; an index as a number. */
function unescaped(token: string): string | number {
  const text = token.replaceAll('~1', '/').replaceAll('~0', '~');
  return /^\d+$/.test(text) ? Number(text) : text;
}
