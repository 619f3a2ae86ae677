import type { Target } from '../../engine/target.js';
import { referenceBehaviour } from '../../reference/behaviour.js';
import { createReference } from '../../reference/index.js';

/** Forms of ids as real servers use them. Each function makes the id of an action from its number. */
export const idShapes: Readonly<Record<string, (number: number) => string>> = {
  counting: (number) => String(number),
  short: (number) =>
    scattered(number, 36 ** 4)
      .toString(36)
      .padStart(4, '0'),
  hexadecimal: (number) => number.toString(16),
  'word-like': (number) => `${words[number % words.length]}-${words[(number * 7) % words.length]}-${number}`,
  GUID: (number) =>
    `${scattered(number, 2 ** 32)
      .toString(16)
      .padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`,
};

const words = ['amber', 'basin', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'haven', 'inlet', 'jetty', 'knoll'];

/** A permutation of the numbers below `size` that looks random. */
function scattered(number: number, size: number): number {
  return (number * 7_919 + 104_729) % size;
}

/** A target that has actions of other clients before the run begins. */
export interface SharedTarget {
  readonly target: Target;
  /** Method and URL of each write to an action of another client. */
  readonly foreignWrites: readonly string[];
}

/** The reference with ids of this form and with `others` actions of another client. */
export async function sharedTarget(shape: (number: number) => string, others: number): Promise<SharedTarget> {
  let count = 0;
  const reference = createReference({
    behaviour: {
      ...referenceBehaviour,
      newAction: (body, origin) => referenceBehaviour.newAction(body, { ...origin, id: shape(++count) }),
    },
  });
  const tokens = await reference.tokens.mintAll();
  const url = `http://reference.example${reference.basePath}`;
  const foreign = new Set<string>();
  for (let number = 1; number <= others; number++) {
    const body = JSON.stringify({ parameters: [{ name: 'IP', value: '192.0.2.1' }] });
    const headers = { authorization: `Bearer ${tokens.writer}`, 'content-type': 'application/json' };
    const created = await reference.fetch(
      new Request(`${url}/security/securityActions`, { method: 'POST', headers, body }),
    );
    foreign.add(((await created.json()) as { id: string }).id);
  }
  const foreignWrites: string[] = [];
  const fetch = (request: Request) => {
    const [, id = ''] = /securityActions\/([^/?]+)/.exec(request.url) ?? [];
    if (request.method !== 'GET' && foreign.has(decodeURIComponent(id)))
      foreignWrites.push(`${request.method} ${request.url}`);
    return reference.fetch(request);
  };
  return { target: { name: 'shared', url, fetch, tokens }, foreignWrites };
}
