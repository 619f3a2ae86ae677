import { ConfigurationError } from '../../../engine/errors.js';
import type { ConformOptions } from '../conform-options.js';
import { defined } from '../defined.js';
import { declaredFeatures } from '../features.js';

/** What the user says about the target beside its URL, tokens and network. */
export function ownerOf({ vendor, provider, actionName, parameters, offers, lacks }: ConformOptions) {
  const pairs = parameters?.map(parameter);
  const routing = { vendor, provider, actionName: actionName?.[0], actionNames: actionName, parameters: pairs };
  return { declared: declaredFeatures(offers, lacks), routing: defined(routing) };
}

/** @throws ConfigurationError for a value of `--parameters` that is not a name and a value. */
function parameter(text: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf('=');
  if (at > 0) return { name: text.slice(0, at), value: text.slice(at + 1) };
  throw new ConfigurationError(`--parameters "${text}" is not a parameter: expected name=value, such as IP=192.0.2.1`);
}
