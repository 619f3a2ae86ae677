import type { Io } from '../io.js';

const reference = /^\$\{env:([A-Za-z_]\w*)\}$/;

/** The environment variable that a text such as `${env:STAGING_TOKEN}` names. */
export function variableOf(text: unknown): string | undefined {
  return typeof text === 'string' ? reference.exec(text)?.[1] : undefined;
}

/**
 * The value with the content of its variable in place of each text that is a reference.
 *
 * @throws the error that `wrong` makes for a variable that is not set.
 */
export function resolved(
  value: unknown,
  env: Io['env'],
  wrong: (what: string, path: readonly string[]) => Error,
  path: readonly string[] = [],
): unknown {
  const variable = variableOf(value);
  if (variable !== undefined) {
    const found = env[variable];
    if (!found)
      throw wrong(`the environment variable ${variable} is not set: set it, or remove ${path.join('.')}`, path);
    return found;
  }
  if (Array.isArray(value)) return value.map((one, index) => resolved(one, env, wrong, [...path, String(index)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, resolved(one, env, wrong, [...path, name])]),
  );
}
