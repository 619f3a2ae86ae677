import { member } from '../evidence/reply.js';
import type { Target } from '../target.js';
import type { WritableBody } from './bodies.js';
import type { Limits } from './profile.js';

type Pair = NonNullable<WritableBody['parameters']>[number];

/** The action names and parameters of valid bodies; a member that is absent is not limited. */
export interface Accepted {
  readonly names?: readonly string[];
  readonly parameters?: {
    readonly isAccepted: (pair: unknown) => boolean;
    /** A valid pair in place of the one at a position. */
    readonly inPlace: (index: number) => Pair;
  };
}

/** The address of a documented parameter, in a range that is reserved for documentation or tests. */
const address = /^(192\.0\.2|198\.51\.100|203\.0\.113|198\.1[89]\.\d{1,3})\.\d{1,3}$/;

/** What the user names, otherwise what the documented example has where the probe found a limit. */
export function acceptedBy(routing: Target['routing'] = {}, limits?: Limits): Accepted {
  const { actionName, actionNames = actionName === undefined ? undefined : [actionName], parameters } = routing;
  const names = actionNames ?? (limits?.names ? ['BlockIp'] : undefined);
  return {
    ...(names && { names }),
    ...(parameters ? { parameters: oneOf(parameters) } : limits?.parameters && { parameters: addresses }),
  };
}

function oneOf(pairs: readonly Pair[]): NonNullable<Accepted['parameters']> {
  return {
    isAccepted: (pair) =>
      pairs.some(({ name, value }) => name === member(pair, 'name') && value === member(pair, 'value')),
    inPlace: (index) => pairs[index % pairs.length] ?? { name: 'IP', value: '192.0.2.1' },
  };
}

const addresses: NonNullable<Accepted['parameters']> = {
  isAccepted: (pair) => member(pair, 'name') === 'IP' && address.test(String(member(pair, 'value'))),
  inPlace: (index) => ({ name: 'IP', value: `198.51.100.${(index % 254) + 1}` }),
};

/** The body with accepted values in place of others. An absent or null name and an empty list stay as they are. */
export function within(body: WritableBody, { names, parameters }: Accepted): WritableBody {
  const { name, parameters: sent } = body;
  const [first] = names ?? [];
  return {
    ...body,
    ...(typeof name === 'string' && names && first !== undefined && !names.includes(name) && { name: first }),
    ...(parameters &&
      Array.isArray(sent) && {
        parameters: sent.map((pair, index) => (parameters.isAccepted(pair) ? pair : parameters.inPlace(index))),
      }),
  };
}

/** What a body has that the target does not accept; `undefined` for nothing. */
export function outside(body: unknown, { names, parameters }: Accepted): string | undefined {
  const name = member(body, 'name');
  if (typeof name === 'string' && names && !names.includes(name)) return 'another action name';
  const pairs = member(body, 'parameters');
  const foreign = Array.isArray(pairs) && parameters && !pairs.every(parameters.isAccepted);
  return foreign ? 'other parameters' : undefined;
}
