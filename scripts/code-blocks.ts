/** The contents of the fenced code blocks of a language in a Markdown text. */
export function codeBlocks(markdown: string, language: string): string[] {
  const fences = markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...fences].flatMap(([, of, content]) => (of === language && content !== undefined ? [content] : []));
}

/** The commands in the shell blocks of a Markdown text, without comments. */
export function shellCommands(markdown: string): string[] {
  const lines = codeBlocks(markdown, 'sh').flatMap((block) => block.split('\n'));
  return lines.map((line) => line.replace(/ +#.*$/, '').trim()).filter((line) => line !== '');
}
