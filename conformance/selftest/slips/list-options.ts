import { slip } from '../slip.js';
import { asked, refusesLists } from './_list.js';

export const slips = [
  slip(
    'LIST-22',
    'options need their $',
    asked((options) => {
      for (const name of [...options.keys()]) if (!name.startsWith('$')) options.delete(name);
    }),
  ),
  slip(
    'LIST-24',
    'an option that nobody knows crashes',
    refusesLists(({ search }) => search.includes('$nobody'), 500),
  ),
  slip(
    'LIST-24',
    'an option that nobody knows is a path that is not there',
    refusesLists(({ search }) => search.includes('$nobody'), 404),
  ),
  slip(
    'LIST-24',
    'an option without a name crashes',
    refusesLists(({ searchParams }) => searchParams.has('$'), 500),
  ),
];
