/**
 * A token with one character of its signature changed, or of its middle where it is opaque. Deterministic, so that the redactor
 * knows this form too. The last character of a signature is left alone: some of its bits are padding and change nothing.
 */
export function alteredToken(token: string): string {
  const lastDot = token.lastIndexOf('.');
  const at = lastDot > 0 ? lastDot + 1 + Math.floor((token.length - lastDot) / 2) : Math.floor(token.length / 2);
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}
