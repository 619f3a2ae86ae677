import { ConfigurationError } from '../../engine/errors.js';
import { headerVariable } from '../../engine/http/transport/network.js';

/** Fields that the kit sets itself, because requirements are about them. */
const own: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'if-match',
  'prefer',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** A header field for gateways, and the environment variable that a printed command names in place of its value. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
  readonly variable: string;
}

/** Reads `Name: value`. @throws ConfigurationError that does not repeat the value, which is a secret. */
export function headerField(text: string): HeaderField {
  const [, name = '', value = ''] = /^([^:]*):\s*(.*?)\s*$/s.exec(text) ?? [];
  const wrong = (what: string) => new ConfigurationError(`--header ${what}`);
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
    throw wrong('is not a header field: expected "Name: value", such as "X-Api-Key: …"');
  if (own.has(name.toLowerCase()))
    throw wrong(
      `"${name}" is a field that the kit sets itself: ${name.toLowerCase() === 'authorization' ? 'give a token with --token or SECURITY_ACTIONS_TOKEN' : 'give only fields for a gateway'}`,
    );
  if (value === '') throw wrong(`"${name}" has no value: expected "${name}: value"`);
  if (!/^[\t\x20-\x7e]+$/.test(value)) throw wrong(`"${name}" has characters that are not allowed in a header field`);
  return { name, value, variable: headerVariable(name) };
}

/** The fields by name. @throws ConfigurationError for a mistake in one of them, and for a name that is given twice. */
export function headerFields(given: readonly string[]): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (const { name, value } of given.map(headerField)) {
    if (fields.has(name.toLowerCase())) throw new ConfigurationError(`--header "${name}" is given twice: give it once`);
    fields.set(name.toLowerCase(), value);
  }
  return Object.fromEntries(fields);
}
