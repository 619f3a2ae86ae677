/** A JSON pointer (RFC 6901); empty for the whole value. */
export type Pointer = '' | `/${string}`;

/** Where something was found: in the body of a response, its status or one of its header fields, or in the URL of the request. */
export type Location = Pointer | 'status' | 'url' | `header ${string}`;

/** A location as a noun for a sentence, such as `` `/status` `` or `the location header`. */
export function locationName(at: Location): string {
  if (at === '') return 'the body';
  if (at === 'status') return 'the status code';
  if (at === 'url') return 'the URL';
  return at.startsWith('/') ? `\`${at}\`` : `the ${at.slice('header '.length)} header`;
}
