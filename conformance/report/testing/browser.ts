import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { chromiumPath, withoutChromium } from './chromium.js';

/** What axe-core found. */
interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Starts the Chromium of this machine. @throws Error if there is none. */
export async function launched(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(withoutChromium);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: chromiumPath, args });
}

/** Opens a page at this URL, and returns what the browser complains about and asks for while `use` runs. */
export async function opened(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<readonly string[]> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const events: string[] = [];
  page.on('console', (message) => events.push(message.text()));
  page.on('pageerror', (error) => events.push(error.message));
  page.on('dialog', (dialog) => events.push(dialog.message()));
  page.on('request', (request) => events.push(request.url()));
  page.setDefaultTimeout(15_000);
  await page.goto(url);
  await use(page);
  await context.close();
  return events.filter((event) => event !== url);
}

/** The serious and critical violations that axe-core finds in a page, each with the first element that has it. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate('axe.run({ resultTypes: ["violations"] }).then((all) => all.violations)');
  return (violations as readonly Violation[])
    .filter(({ impact }) => /serious|critical/.test(impact))
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}
