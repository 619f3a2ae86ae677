import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReference } from '../../reference/index.js';
import { listen } from '../../reference/listen.js';
import { launched, opened as openedAt, seriousViolations } from '../../report/testing/browser.js';
import { chromiumPath, withoutChromium } from '../../report/testing/chromium.js';
import { hostileReference } from '../testing/hostile-reference.js';
import { runCommandLine } from '../testing/run.js';

const isSkipped = chromiumPath === undefined && !process.env.CI;
if (isSkipped) console.warn(`The HTML of diff and matrix was not opened in a browser. ${withoutChromium}.`);

let folder: string;
let browser: Browser;
const file = (name: string) => join(folder, name);

const targets = { reference: () => createReference({ seed: 1 }), hostile: hostileReference };
const pages = ['diff', 'matrix'] as const;

/** Records a run against a target. */
async function record(name: keyof typeof targets): Promise<void> {
  const reference = targets[name]();
  const { url, close } = await listen(reference);
  const only = ['--only', 'CREATE-8,CREATE-12,CREATE-16,GET-1,LIST-1,UPDATE-4'];
  const limits = ['--seed', '3', '--sequences', '2', '--races', '1', '--settle', '100', '--quiet'];
  const env = { SECURITY_ACTIONS_TOKEN: (await reference.tokens.mintAll()).writer };
  await runCommandLine(['conform', url, ...only, ...limits, '--record', file(`${name}.ndjson`)], { env });
  await close();
}

describe.skipIf(isSkipped)('in a browser, the HTML of diff and matrix', () => {
  beforeAll(async () => {
    browser = await launched();
    folder = await mkdtemp(join(tmpdir(), 'compare-html-'));
    await record('reference');
    await record('hostile');
    const records = [file('reference.ndjson'), file('hostile.ndjson')];
    expect((await runCommandLine(['diff', ...records, '--html', file('diff.html')])).code).toBe(1);
    expect((await runCommandLine(['matrix', ...records, '--html', file('matrix.html')])).code).toBe(0);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  function opened(name: string, use: (page: Page) => Promise<void>, options?: BrowserContextOptions) {
    return openedAt(browser, pathToFileURL(file(`${name}.html`)).href, use, options);
  }

  test.each(pages.flatMap((name) => [[name, 'light'] as const, [name, 'dark'] as const]))(
    'of a %s in %s colours has no error, sends no request, and can be used by everyone as far as axe-core finds out',
    async (name, colorScheme) => {
      const events = await opened(name, async (page) => expect(await seriousViolations(page)).toEqual([]), {
        colorScheme,
        viewport: { width: 1_280, height: 900 },
      });
      expect(events).toEqual([]);
    },
  );

  test.each(pages)('of a %s shows texts of a hostile target as text only', async (name) => {
    await opened(name, async (page) => {
      const seen = (await page.evaluate(`(() => {
        const all = [...document.querySelectorAll('body *')];
        return {
          elements: [...new Set(all.map((one) => one.localName))],
          attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],
          schemes: [...new Set([...document.links].map((one) => new URL(one.href).protocol))],
          text: document.body.textContent,
        };
      })()`)) as Record<'elements' | 'attributes' | 'schemes', string[]> & { text: string };
      for (const element of ['script', 'style', 'img', 'iframe', 'object', 'base', 'link', 'textarea'])
        expect(seen.elements).not.toContain(element);
      expect(seen.attributes.filter((attribute) => /^(on|style$|src)/.test(attribute))).toEqual([]);
      expect(seen.schemes).toEqual(['file:']);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for them.
      expect(seen.text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\u2066]/);
    });
  });

  test.each(pages)(
    'of a %s is complete without JavaScript, with the keyboard, on paper and on a phone',
    async (name) => {
      await opened(
        name,
        async (page) => {
          await page.keyboard.press('Tab');
          expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
          await page.keyboard.press('Enter');
          await page.keyboard.press('Tab');
          expect(await page.locator('.scroll:focus').count()).toBe(1);
          const rows = page.locator('tbody tr');
          expect(await rows.count()).toBeGreaterThan(1);
          expect(await page.locator('tbody tr:visible').count()).toBe(await rows.count());
          const width = await page.evaluate('document.documentElement.scrollWidth');
          expect(width).toBeLessThanOrEqual(390);
          await page.emulateMedia({ media: 'print' });
          expect(await page.locator('tbody tr:visible').count()).toBe(await rows.count());
          expect(await page.locator('nav').isVisible()).toBe(false);
        },
        { javaScriptEnabled: false, viewport: { width: 390, height: 800 } },
      );
    },
  );
});
