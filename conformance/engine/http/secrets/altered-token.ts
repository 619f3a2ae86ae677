/**
 * A token with one character of its signature changed or, where it is opaque, of its middle. The result is always the same, so that the
 * redactor can replace it too. Never the last character of a signature: some of its bits are padding, so a change may have no effect.
 */
export function alteredToken(token: string): string {
  const lastDot = token.lastIndexOf('.');
  const at = lastDot > 0 ? lastDot + 1 + Math.floor((token.length - lastDot) / 2) : Math.floor(token.length / 2);
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}
