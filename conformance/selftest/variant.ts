import type { RequirementId } from '../../generated/requirements.js';
import { type Difference, differenceOf, type MakesDifference } from './server/difference.js';

/** A conforming variant: a server that differs from the reference in a way the contract allows. */
export interface Variant {
  /** A short statement about the server, such as "cancel responds with 200". No two variants have the same one. */
  readonly name: string;
  /** The aspects in which the server differs, such as `cancel` or `zone`. Variants that share an aspect are not combined. */
  readonly about: readonly string[];
  /** SHOULD and MAY requirements that the server does not follow; their failures are no false alarms. */
  readonly doesNotFollow: readonly RequirementId[];
  readonly difference: () => Difference;
}

/** Makes a conforming variant: `variant('cancel responds with 200', 'cancel', { fetch: … })`. */
export function variant(
  name: string,
  about: string | readonly string[],
  how: MakesDifference,
  { doesNotFollow = [] }: { doesNotFollow?: readonly RequirementId[] } = {},
): Variant {
  return { name, about: [about].flat(), doesNotFollow, difference: () => differenceOf(how) };
}
