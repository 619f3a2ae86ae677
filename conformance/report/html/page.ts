import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RunRecord } from '../record.js';
import { type Context, type Limits, TooLarge } from './context.js';
import { findingSections } from './findings.js';
import { html, trusted } from './markup.js';
import type { Observed } from './observed/observed.js';
import { picturesSection } from './pictures/pictures.js';
import { requirementsSection } from './requirements-table.js';
import { scoreTable } from './score.js';
import { navigation, sectionMarkup } from './section.js';
import type { HtmlSettings } from './settings.js';
import { verdictHeader, verdictWord } from './verdict.js';

/** Bytes of a page. */
const mostBytes = 3_000_000;

/** The first limits whose page is small enough are used. */
const limits: readonly Limits[] = [
  { body: 20_000, evidence: 2_000, fields: 8_000, text: 4_000, command: 8_000, findings: 100, steps: 60 },
  { body: 6_000, evidence: 1_200, fields: 4_000, text: 2_000, command: 6_000, findings: 20, steps: 40 },
  { body: 2_000, evidence: 600, fields: 2_000, text: 1_000, command: 3_000, findings: 8, steps: 20 },
  { body: 600, evidence: 200, fields: 1_000, text: 500, command: 1_500, findings: 3, steps: 10 },
  { body: 100, evidence: 40, fields: 150, text: 100, command: 400, findings: 1, steps: 4 },
];

/** The run as one HTML file that loads nothing, works without JavaScript, and in which every text of a target is only text. */
export function htmlReport(record: RunRecord, observed: Observed, settings: HtmlSettings): string {
  for (const one of limits) {
    const page = pageIfSmall({ record, observed, settings, limits: one });
    if (page !== undefined) return page;
  }
  throw new Error(`the HTML report is larger than ${mostBytes} bytes even with the smallest parts`);
}

function pageIfSmall(parts: Omit<Context, 'shown' | 'count'>): string | undefined {
  let left = mostBytes;
  const count = (characters: number) => {
    left -= characters;
    if (left < 0) throw new TooLarge();
  };
  try {
    const page = pageWith({ ...parts, shown: new Set(), count });
    return Buffer.byteLength(page) <= mostBytes ? page : undefined;
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function pageWith(context: Context): string {
  const { record, settings } = context;
  const [style, script] = [asset('report.css'), asset('report.js')];
  const policy = `default-src 'none'; style-src '${digestOf(style)}'; script-src '${digestOf(script)}'; base-uri 'none'; form-action 'none'`;
  const { word } = verdictWord(context);
  const sections = [...findingSections(context), picturesSection(context), requirementsSection(context)].filter(
    ({ count }) => count !== 0,
  );
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${word}: ${record.started?.target ?? 'no target'}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${navigation([{ id: 'content', title: 'Verdict' }, ...sections])}
<main id="content">
${verdictHeader(context)}
${record.results.length > 0 && scoreTable(context)}
${sections.map(sectionMarkup)}
<footer><p class="muted">Written by ${settings.about.kit.name} ${settings.about.kit.version} from the record of the run. Secrets are replaced by their names.</p></footer>
</main>
<script>${trusted(script)}</script>
</body>
</html>
`}`;
}

/** A file of the page. */
function asset(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
}

function digestOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
