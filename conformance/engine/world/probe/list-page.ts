import { textId } from '../../evidence/lenient.js';
import { isSuccess, member, type ObservedObject, type Reply } from '../../evidence/reply.js';
import { elementsOf } from '../world.js';

/** What a query option of the list is compared with: the first page of the same list without the option. */
export interface Page {
  readonly elements: readonly ObservedObject[];
  readonly ids: readonly string[];
  readonly hasLink: boolean;
  readonly hasCount: boolean;
}

const nothing: Page = { elements: [], ids: [], hasLink: false, hasCount: false };

export function pageOf(reply: Reply): Page {
  if (!isSuccess(reply)) return nothing;
  const elements = elementsOf([reply]);
  return {
    elements,
    ids: elements.flatMap((element) => textId(element) ?? []),
    hasLink: typeof member(reply.body, '@odata.nextLink') === 'string',
    hasCount: member(reply.body, '@odata.count') !== undefined,
  };
}

/** True if the lists have ids in common, and these are in the same order. */
export function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  const shown = common(one, other);
  const inOther = common(other, one);
  return shown.length > 0 && shown.every((id, index) => inOther[index] === id);
}

/** The ids of one list that the other one has, too. */
export function common(one: readonly string[], other: readonly string[]): readonly string[] {
  const ids = new Set(other);
  return one.filter((id) => ids.has(id));
}
