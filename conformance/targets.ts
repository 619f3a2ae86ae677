import type { Identity } from './engine/evidence/exchange.js';
import type { Target } from './engine/target.js';

/** The targets that come with the kit. */
export const embeddedNames = ['mock', 'reference'] as const;
export type EmbeddedName = (typeof embeddedNames)[number];

/** A target that somebody started, and how to end it. */
export interface OpenTarget {
  readonly target: Target;
  close(): Promise<void>;
}

/** Prism accepts any token; this one is written so that nobody takes it for a secret. */
const mockToken = 'any-token-will-do-for-the-mock';

/** Starts one of the kit's own targets: Prism on a free port of this machine, or the reference in this process without a port. */
export async function embeddedTarget(name: EmbeddedName): Promise<OpenTarget> {
  if (name === 'mock') {
    const { startMock } = await import('./mock/prism.js');
    const { url, close } = await startMock();
    return { target: { name, url, tokens: { writer: mockToken } }, close };
  }
  const { createReference } = await import('./reference/index.js');
  const reference = createReference();
  const url = `http://reference.example${reference.basePath}`;
  const tokens = await reference.tokens.mintAll();
  return { target: { name, url, fetch: reference.fetch, tokens }, close: async () => undefined };
}

/** A target on the network: its base URL, a token for each identity there is, and what its owner declares. */
export function urlTarget(
  url: string,
  tokens: Partial<Readonly<Record<Identity, string>>> = {},
  owner: Pick<Target, 'declared' | 'routing' | 'network' | 'renewal'> = {},
): Target {
  return { name: url, url: url.replace(/\/+$/, ''), tokens, ...owner };
}
