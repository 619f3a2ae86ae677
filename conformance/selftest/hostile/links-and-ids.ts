import type { Wrap } from '../server/difference.js';
import { editActions, editJson, editRequest, on, wraps } from '../server/wire.js';
import { megabyte } from './behaviours.js';

const link = '@odata.nextLink';

/** Next links that this makes from the right one. */
const linked = (make: (right: URL) => string): Wrap =>
  editJson(on('list', 200), (body) =>
    typeof body[link] === 'string' ? { ...body, [link]: make(new URL(body[link])) } : body,
  );

/** Next links that are read again as the right one. */
const linkedAndBack = (make: (right: URL) => string, back: (url: string) => string): Wrap =>
  wraps(
    editRequest(on('any'), (request) => {
      const url = back(request.url);
      return url === request.url ? request : new Request(url, request);
    }),
    linked(make),
  );

const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`;

/** Next links that a client must not follow, or that lead elsewhere than they seem to, and ids that no URL can carry. */
export const oddLinks: Readonly<Record<string, Wrap>> = {
  'next links with the scheme javascript': linked(({ href }) => `javascript:location='${href}'`),
  'next links to a file': linked(() => 'file:///dev/zero'),
  'next links to another host': linked((right) => `http://192.0.2.1${pathOf(right)}`),
  'next links to another port': linked((right) => `http://127.0.0.1:9${pathOf(right)}`),
  'next links to another host behind userinfo': linked((right) => `http://${right.host}@192.0.2.1${pathOf(right)}`),
  'next links with userinfo': linked((right) => `http://user:password@${right.host}${pathOf(right)}`),
  'next links with an IPv6 zone': linked((right) => `http://[fe80::1%25lo]:80${pathOf(right)}`),
  'next links with a fragment': linked(({ href }) => `${href}#/../../elsewhere`),
  'next links with .. in the path': linked((right) => `${right.origin}/beta/x/..${pathOf(right).slice(5)}`),
  'next links with percent-encoded slashes': linkedAndBack(
    ({ href }) => href.replace('/security/securityActions', '/security%2fsecurityActions'),
    (url) => url.replace('%2f', '/'),
  ),
  'next links with percent-encoded .. in the path': linked((right) => `${right.origin}/%2e%2e/%2e%2e/etc/passwd`),
  'next links with control characters': linked(({ href }) => `${href}\r\nX-Injected: 1\u0000\u001b[2J`),
  'next links with a lone surrogate': linked(({ href }) => `${href}&x=\ud800`),
  'ids with a lone surrogate': wraps(
    editRequest(on('any'), (request) => new Request(request.url.replace('%EF%BF%BD', ''), request)),
    editActions(on('any'), (action) => ({ ...action, id: `${action.id}\ud800` })),
  ),
  'next links of 2 MB': linked(({ href }) => `${href}&long=${'l'.repeat(2 * megabyte)}`),
};

/** Ids that a client cannot put into a path as they are, made from the number of the action. */
export const oddIds: Readonly<Record<string, (number: number) => string>> = {
  'ids of one dot': () => '.',
  'ids of two dots': () => '..',
  'ids with dots and slashes': (number) => `../../../${number}`,
  'ids with percent-encoded slashes': (number) => `..%2f..%2F${number}`,
  'ids of percent-encoded dots': (number) => `%2e%2e/${number}`,
  'ids with control characters': (number) => `${number}\u0000\r\nX-Injected: 1\r\n\r\n\u001b[2J`,
  'ids with the scheme javascript': (number) => `javascript:alert(${number})`,
  'ids that are URLs of another host': (number) => `//192.0.2.1/${number}?x#y`,
  'ids of blanks': (number) => ' '.repeat(number + 1),
  'ids of backslashes': (number) => `..\\${number}`,
};
