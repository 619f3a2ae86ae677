/** A JSON pointer (RFC 6901); empty for the whole value. */
export type Pointer = '' | `/${string}`;

/** Where in a response something was found: in its body, its status or one of its header fields. */
export type Location = Pointer | 'status' | `header ${string}`;

/** A location as a noun for a sentence, such as `` `/status` `` or `the location header`. */
export function locationName(at: Location): string {
  if (at === '') return 'the body';
  if (at === 'status') return 'the status code';
  return at.startsWith('/') ? `\`${at}\`` : `the ${at.slice('header '.length)} header`;
}
