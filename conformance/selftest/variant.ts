import type { RequirementId } from '../../generated/requirements.js';
import { type Difference, fresh, type MakesDifference } from './server/difference.js';

/** A server that differs from the reference in a lawful way. */
export interface Variant {
  readonly name: string;
  /** What the server does otherwise: `cancel`, `zone`, … Two variants about one thing are not combined. */
  readonly about: readonly string[];
  /** SHOULD and MAY inputs that it openly does not follow. */
  readonly givesUp: readonly RequirementId[];
  readonly difference: () => Difference;
}

/** A variant: `variant('cancel answers 200', 'cancel', { fetch: … })`. */
export function variant(
  name: string,
  about: string | readonly string[],
  how: MakesDifference,
  { givesUp = [] }: { givesUp?: readonly RequirementId[] } = {},
): Variant {
  return { name, about: [about].flat(), givesUp, difference: () => fresh(how) };
}
