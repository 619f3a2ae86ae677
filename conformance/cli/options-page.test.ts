import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { conformOptions } from './config/conform-options.js';
import { optionsPage, sources, transports } from './testing/options-page.js';

test('docs/options.md has every option as it is declared; npm run options writes it', async () => {
  const page = optionsPage();
  for (const { flags } of Object.values(conformOptions)) expect(page).toContain(`| \`${flags}\` |`);
  await expect(page).toMatchFileSnapshot('../../docs/options.md');
});

test.each([...sources, ...transports])('$what has its test', async ({ test: [file, title] }) => {
  const text = await readFile(join(import.meta.dirname, file), 'utf8');
  expect(text).toContain(`'${title}`);
});
