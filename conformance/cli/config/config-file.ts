import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../../engine/errors.js';
import type { Identity } from '../../engine/evidence/exchange.js';
import { suggestion } from '../../engine/suggestion.js';
import { embeddedNames } from '../../targets.js';
import type { Io } from '../io.js';
import { readDataFile } from './data-file.js';
import { resolved } from './references.js';
import type { OauthClient } from './tokens/oauth.js';

/** The names of the file that is read without `--config`. */
export const configNames = ['security-actions.config.yaml', 'security-actions.config.json'] as const;

/** Where a token comes from: a value that a reference gave, a program, or an OAuth 2.0 client. */
export type TokenSetting =
  | string
  | { readonly tokenCommand?: readonly string[]; readonly timeout?: number; readonly oauth?: OauthClient };

/** One target as the file describes it, with the values of its references. */
export interface FileTarget {
  readonly name: string;
  readonly url: string;
  readonly allowWrites?: string;
  readonly baseline?: string;
  readonly tokens?: Partial<Readonly<Record<Identity, TokenSetting>>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
  /** The folder to which paths in the file are relative. */
  readonly folder: string;
  /** File and line of the value at a path below the target, such as `targets.yaml:7`. */
  at(...path: readonly string[]): string;
  /** The text at a path as it is in the file, such as `${env:STAGING_TOKEN}`. */
  written(...path: readonly string[]): unknown;
}

type Written = Omit<FileTarget, 'name' | 'folder' | 'at' | 'written'>;

/**
 * The targets that the command line selects in the configuration file: the one of this name, or all of them without a name. `undefined`
 * when there is no file, and for the URL of a target or a target of the kit.
 *
 * @throws ConfigurationError that names the line of the first mistake.
 */
export async function fileTargets(
  name: string | undefined,
  given: string | undefined,
  env: Io['env'],
): Promise<readonly FileTarget[] | undefined> {
  const isOther =
    name !== undefined && (/^[a-z][a-z\d+.-]*:\/\//i.test(name) || embeddedNames.some((one) => one === name));
  const file = given ?? (isOther ? undefined : await existing());
  if (file === undefined) return undefined;
  const kind = { option: '--config', schema: 'config.schema.json' };
  const { content, lineOf } = await readDataFile<{ targets: Record<string, Written> }>(file, kind);
  const wrong = (what: string, ...path: readonly string[]) =>
    new ConfigurationError(`--config ${file}:${lineOf(['targets', ...path])}: ${what}`);
  const names = Object.keys(content.targets);
  if (names.length === 0) throw wrong('the file names no target: add one below "targets"');
  for (const one of names)
    if (!/^[A-Za-z0-9][\w.-]*$/.test(one) || embeddedNames.some((embedded) => embedded === one))
      throw wrong(
        `"${one}" cannot be the name of a target: expected letters and digits, and neither mock nor reference`,
        one,
      );
  if (name !== undefined && !names.includes(name)) {
    if (given === undefined && !/^[\w.-]+$/.test(name)) return undefined;
    throw new ConfigurationError(
      `target "${name}" is not in ${file}: ${suggestion(name, names)}expected ${names.join(' or ')}, or the URL of a target without --config`,
    );
  }
  return names
    .filter((one) => name === undefined || one === name)
    .map((one) => {
      const written = (...path: readonly string[]) =>
        path.reduce<unknown>(
          (value, key) => (value as Record<string, unknown> | undefined)?.[key],
          content.targets[one],
        );
      const at = (...path: readonly string[]) => `${file}:${lineOf(['targets', one, ...path])}`;
      const values = resolved(content.targets[one], env, (what, path) => wrong(what, one, ...path)) as Written;
      return { ...values, name: one, folder: dirname(file), at, written };
    });
}

async function existing(): Promise<string | undefined> {
  for (const name of configNames) if (await stat(name).catch(() => undefined)) return join('.', name);
  return undefined;
}
