import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';
import { launched, opened as openedAt, seriousViolations } from '../../report/testing/browser.js';
import { chromiumPath, withoutChromium } from '../../report/testing/chromium.js';
import { staleName } from '../testing/defects.js';
import { hostileReference } from '../testing/hostile-reference.js';
import { runCommandLine } from '../testing/run.js';

const isSkipped = chromiumPath === undefined && !process.env.CI;
if (isSkipped) console.warn(`The HTML report was not opened in a browser. ${withoutChromium}.`);

let folder: string;
let browser: Browser;

const targets = {
  passing: { make: () => createReference({ seed: 1 }), only: 'GET,CREATE-16' },
  // Every change of status is accepted, and a PATCH of `name` is ignored after one of `clientContext`.
  failing: {
    make: () => createReference({ seed: 1, behaviour: { ...staleName().behaviour, transition } }),
    only: 'AUTH-2,LIFECYCLE-3,LIFECYCLE-4,UPDATE-4',
  },
  hostile: { make: hostileReference, only: 'CREATE-8,CREATE-12,CREATE-16,GET-1,LIST-1,UPDATE-4' },
};

type Name = keyof typeof targets;

function transition(from: string, to: string): 'stay' | 'move' {
  return from === to ? 'stay' : 'move';
}

/** Runs the kit against a target and writes its HTML and JSON reports. */
async function report(name: Name): Promise<void> {
  const { make, only } = targets[name];
  const reference = make();
  const { url, close } = await listen(reference);
  const files = ['html', 'json'].flatMap((format) => [`--${format}`, join(folder, `${name}.${format}`)]);
  const limits = ['--seed', '3', '--sequences', '5', '--races', '1', '--settle', '200'];
  const env = { SECURITY_ACTIONS_TOKEN: (await reference.tokens.mintAll()).writer };
  await runCommandLine(['conform', url, '--only', only, ...files, ...limits], { env });
  await close();
}

describe.skipIf(isSkipped)('in a browser, the HTML report', () => {
  beforeAll(async () => {
    browser = await launched();
    folder = await mkdtemp(join(tmpdir(), 'html-'));
    for (const name of Object.keys(targets) as Name[]) await report(name);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a report, and returns what the browser complains about and asks for while `use` runs. */
  function opened(name: Name, use: (page: Page) => Promise<void>, options?: BrowserContextOptions) {
    return openedAt(browser, pathToFileURL(join(folder, `${name}.html`)).href, use, options);
  }

  const results = async (name: Name) =>
    JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')).results as readonly {
      readonly id: string;
      readonly level: string;
      readonly outcome: string;
    }[];

  test.each([
    ['passing', 'light'],
    ['failing', 'light'],
    ['failing', 'dark'],
    ['hostile', 'dark'],
  ] as const)(
    'of a %s run in %s colours has no error, sends no request, and can be used by everyone as far as axe-core finds out',
    async (name, colorScheme) => {
      const events = await opened(
        name,
        async (page) => {
          // The rows of all requirements look alike, and axe-core takes long for all of them.
          await page.getByLabel('Text').fill('lifecycle-');
          expect(await seriousViolations(page)).toEqual([]);
        },
        { colorScheme },
      );
      expect(events).toEqual([]);
    },
  );

  test('shows texts of a hostile target as text only', async () => {
    const events = await opened('hostile', async (page) => {
      const seen = (await page.evaluate(`(() => {
        const all = [...document.querySelectorAll('*')];
        return {
          title: document.title,
          elements: [...new Set(all.map((one) => one.localName))],
          attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],
          schemes: [...new Set([...document.links].map((one) => new URL(one.href).protocol))],
          scripts: document.scripts.length,
          text: document.body.textContent,
        };
      })()`)) as Record<'title' | 'text', string> &
        Record<'elements' | 'attributes' | 'schemes', string[]> & { scripts: number };
      expect(seen.title).toMatch(/^Not conformant: http/);
      for (const element of ['img', 'iframe', 'object', 'base', 'link', 'textarea'])
        expect(seen.elements).not.toContain(element);
      expect(seen.scripts).toBe(1);
      expect(seen.attributes.filter((name) => /^(on|style$|src)/.test(name))).toEqual([]);
      expect(seen.schemes.sort()).toEqual(['file:', 'https:']);
      for (const payload of ['<script>document.title=', 'onerror=document.title=', '\\u001b[2J', '\\u202e'])
        expect(seen.text).toContain(payload);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for them.
      expect(seen.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\u2066]/);
      await page.locator('summary').first().focus();
      await page.waitForTimeout(100);
      expect(await page.title()).toBe(seen.title);
    });
    expect(events).toEqual([]);
  });

  test('is no wider than a narrow window, and shows how many requirements failed', async () => {
    const width = 380;
    for (const name of ['failing', 'hostile'] as const)
      await opened(
        name,
        async (page) => {
          await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
          expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(width);
          const failed = await page.locator('.score td.failed').first().boundingBox();
          expect((failed?.x ?? width) + (failed?.width ?? 0), name).toBeLessThan(width);
          const broken = `[...document.querySelectorAll('.command span')]
            .filter((one) => one.textContent.length < 30 && one.offsetHeight > 30).map((one) => one.textContent)`;
          expect(await page.evaluate(broken), name).toEqual([]);
        },
        { viewport: { width, height: 900 } },
      );
  });

  test('of a comparison is no wider than a narrow window or a sheet of paper', async () => {
    const [a, b] = [join(folder, 'hostile.json'), join(folder, 'other.json')];
    await writeFile(b, (await readFile(a, 'utf8')).replaceAll('"outcome": "passed"', '"outcome": "failed"'));
    for (const name of ['diff', 'matrix']) await runCommandLine([name, a, b, '--html', join(folder, `${name}.html`)]);
    const cut = `[...document.querySelectorAll('#verdicts .scroll, #requirements .scroll')]
      .filter((one) => one.scrollWidth > one.clientWidth).length`;
    for (const name of ['diff', 'matrix'])
      for (const [width, media] of [
        [380, 'screen'],
        [794, 'print'],
      ] as const)
        await openedAt(
          browser,
          pathToFileURL(join(folder, `${name}.html`)).href,
          async (page) => {
            await page.emulateMedia({ media });
            expect(await page.locator('.folding').count(), name).toBeGreaterThan(0);
            expect(await page.evaluate(cut), `${name}, ${media}`).toBe(0);
          },
          { viewport: { width, height: 900 } },
        );
  });

  test('shows the place of a finding in a long body', async () => {
    const hidden = `[...document.querySelectorAll('.exchange[open] .body')].filter((body) => {
      const [mark, box] = [body.querySelector('mark')?.getBoundingClientRect(), body.getBoundingClientRect()];
      return mark && (mark.top < box.top - 1 || mark.top > box.bottom);
    }).length`;
    await opened(
      'hostile',
      async (page) => {
        await page.evaluate('for (const one of document.querySelectorAll(".exchange")) one.open = true');
        await expect.poll(() => page.evaluate(hidden)).toBe(0);
      },
      { viewport: { width: 380, height: 900 } },
    );
  });

  test('filters the requirements, with the keyboard alone', async () => {
    const all = await results('failing');
    const failed = all.filter(({ outcome, level }) => outcome === 'failed' && level === 'MUST').map(({ id }) => id);
    expect(failed.length).toBeGreaterThan(0);
    await opened('failing', async (page) => {
      const shown = () => page.locator('.requirements tr[data-area]:visible th').allTextContents();
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
      await page.getByLabel('Text').focus();
      await page.keyboard.type('create-16');
      expect(await shown()).toEqual(['CREATE-16']);
      expect(await page.locator('output').textContent()).toBe(`1 of ${all.length} requirements`);
      await page.getByLabel('Text').fill('');
      await page.getByLabel('Level').focus();
      await page.keyboard.type('MUST');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Failed');
      expect((await shown()).sort()).toEqual([...failed].sort());
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await shown()).length).toBe(all.length);
      const exchange = page.locator('.others .exchange').first();
      await page.locator('.others summary').first().press('Enter');
      await exchange.locator('summary').first().press('Enter');
      expect(await exchange.locator('.fields').first().isVisible()).toBe(true);
    });
  });

  test('copies a command', async () => {
    await opened('failing', async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const command = page.locator('.result .command:visible').first();
      await command.getByRole('button').click();
      await expect.poll(() => command.getByRole('button').textContent()).toBe('Copied');
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await command.locator('pre').textContent());
    });
  });

  test('is complete without JavaScript and in print', async () => {
    const all = await results('failing');
    await opened(
      'failing',
      async (page) => {
        expect(await page.locator('.filters').isVisible()).toBe(false);
        expect(await page.locator('button:visible').count()).toBe(0);
        expect(await page.locator('.requirements tr[data-area]:visible').count()).toBe(all.length);
        const other = page.locator('.others').first();
        expect(await other.locator('.sides').first().isVisible()).toBe(false);
        await other.locator('summary').first().click();
        expect(await other.locator('.sides').first().isVisible()).toBe(true);
        await other.locator('summary').first().click();
        await page.emulateMedia({ media: 'print' });
        expect(await other.locator('.message').first().isVisible()).toBe(true);
        expect(await page.locator('nav').isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });
});
