import { expect, test } from 'vitest';
import { command } from './command.js';

/** The parts of a command that stay on one line where there is room. */
function parts(text: string): readonly string[] {
  return [...String(command('rerun', text)).matchAll(/<span>(.*?)<\/span>/gs)].map(([, part]) => part as string);
}

test('a command breaks between its words, after commas, and before an option with its value', () => {
  expect(parts("kit http://127.0.0.1/beta --only AUTH-9,GET-1 --seed 7 --quiet --name 'a b' --level MUST")).toEqual([
    ...['kit', 'http://127.0.0.1/beta', '--only AUTH-9,', 'GET-1', '--seed 7', '--quiet', '--name', '&#39;a', 'b&#39;'],
    '--level MUST',
  ]);
  expect(parts('curl http://127.0.0.1/ \\\n  -H a')).toEqual(['curl', 'http://127.0.0.1/ \\', '-H', 'a']);
});

test('a command has every character of its text', () => {
  const text = "a --b ,,c, --d=e  \\\n -- --f --g 'h,i' ";
  const [, shown] = /<pre[^>]*>(.*)<\/pre>/s.exec(String(command('curl', text))) ?? [];
  expect(shown?.replace(/<\/?span>/g, '').replaceAll('&#39;', "'")).toBe(text);
});
