import { type Skiptoken, writeSkiptoken } from './skiptoken.js';

/** The absolute link to the next page, on the origin of the request (LIST-5, LIST-26), with the options of the request and the token (LIST-8). */
export function nextLink(url: URL, token: Skiptoken): string {
  const options = url.search.slice(1).split('&');
  const kept = options.filter((option) => option !== '' && !/^(\$|%24)?skiptoken=/i.test(option));
  return `${url.origin}${url.pathname}?${[...kept, `$skiptoken=${writeSkiptoken(token)}`].join('&')}`;
}
