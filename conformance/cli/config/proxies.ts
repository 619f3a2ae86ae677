import { ConfigurationError } from '../../engine/errors.js';
import type { Proxies } from '../../engine/http/transport/network.js';
import type { Io } from '../io.js';

/** The environment variables of each setting, the first that is set counts, as for curl. */
export const proxyVariables = {
  http: ['http_proxy', 'HTTP_PROXY'],
  https: ['https_proxy', 'HTTPS_PROXY'],
  none: ['no_proxy', 'NO_PROXY'],
} as const satisfies Readonly<Record<keyof Proxies, readonly string[]>>;

/** The proxies that the environment names. @throws ConfigurationError that does not repeat the value: it may have a password. */
export function proxiesOf(env: Io['env']): Proxies {
  return {
    http: proxyUrl(proxyVariables.http, env),
    https: proxyUrl(proxyVariables.https, env),
    none: setVariable(proxyVariables.none, env)?.value,
  };
}

/** The first of these variables that is set to something. */
export function setVariable(
  names: readonly string[],
  env: Io['env'],
): { readonly name: string; readonly value: string } | undefined {
  const name = names.find((one) => env[one]);
  return name === undefined ? undefined : { name, value: env[name] ?? '' };
}

function proxyUrl(names: readonly string[], env: Io['env']): string | undefined {
  const set = setVariable(names, env);
  if (!set) return undefined;
  const text = set.value.includes('://') ? set.value : `http://${set.value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new ConfigurationError(
      `${set.name} is not the URL of an HTTP proxy: expected one such as http://proxy.example:3128`,
    );
  try {
    decodeURIComponent(`${url.username}${url.password}`);
  } catch {
    throw new ConfigurationError(`${set.name} has a user or password that is not percent-encoded: write % as %25`);
  }
  return url.href;
}
