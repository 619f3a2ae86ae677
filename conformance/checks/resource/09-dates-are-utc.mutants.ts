import { mutant } from '../../selftest/mutant.js';
import { dates } from '../../selftest/mutants/resource/dates.js';
import { editsMember, lists, shows } from '../../selftest/mutants/shown.js';

/** The same instant with the offset +02:00. */
function withOffset(date: string): string {
  const local = new Date(Date.parse(date) + 7_200_000).toISOString();
  return `${local.slice(0, -1)}+02:00`;
}

export const mutants = [
  mutant('RESOURCE-9', 'dates have the offset +02:00', shows(dates(withOffset))),
  mutant(
    'RESOURCE-9',
    'list shows createdDateTime with the offset +02:00',
    lists(editsMember('createdDateTime', (date) => withOffset(String(date)))),
  ),
];
