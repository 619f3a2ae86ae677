import { mutant } from '../../selftest/mutant.js';
import { dates } from '../../selftest/mutants/resource/dates.js';
import { changed, lists, shows } from '../../selftest/mutants/shown.js';

/** The same instant as clocks two hours ahead show it. */
function ahead(date: string): string {
  const local = new Date(Date.parse(date) + 7_200_000).toISOString();
  return `${local.slice(0, -1)}+02:00`;
}

export const mutants = [
  mutant('RESOURCE-9', 'dates are shown in the zone of the server', shows(dates(ahead))),
  mutant(
    'RESOURCE-9',
    'the list shows the time of creation in the zone of the server',
    lists(changed('createdDateTime', (date) => ahead(String(date)))),
  ),
];
