import type { Result } from '../engine/run/outcome.js';
import { field, wrappedField } from './format/field.js';

/** What each basis of a requirement means. */
export const basisMeanings: Readonly<Record<Result['basis'], string>> = {
  page: 'a documentation page',
  platform: 'the platform documents (Microsoft Graph, OData, HTTP)',
  contract: 'a decision of this contract, because the pages are silent or contradict each other',
};

/** The basis of a requirement, and the command that explains it. */
export function basisLines({ id, basis }: Pick<Result, 'id' | 'basis'>, width: number): readonly string[] {
  return [
    ...wrappedField('basis', basisMeanings[basis], width),
    ...field('explain', [`security-actions explain ${id}`]),
  ];
}
