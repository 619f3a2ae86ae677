/** A union type of string literals; `never` without members. */
export function union(members: readonly string[]): string {
  return members.length === 0 ? 'never' : members.map(quoted).join(' | ');
}

/** The same with one member on each line, for long unions. */
export function tallUnion(members: readonly string[]): string {
  return members.length === 0 ? 'never' : members.map((member) => `\n  | ${quoted(member)}`).join('');
}

/** A string literal in single quotes. */
export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A doc comment. Escapes the end marker in `text`. */
export function docComment(text: string, indent = ''): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}
