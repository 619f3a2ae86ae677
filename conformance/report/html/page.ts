import type { RunRecord } from '../record.js';
import { type Context, type Limits, TooLarge } from './context.js';
import { findingSections } from './findings.js';
import { frame } from './frame.js';
import { html } from './markup.js';
import type { Observed } from './observed/observed.js';
import { picturesSection } from './pictures/pictures.js';
import { requirementsSection } from './requirements-table.js';
import { scoreTable } from './score.js';
import { sectionMarkup } from './section.js';
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
  const { word } = verdictWord(context);
  const sections = [...findingSections(context), picturesSection(context), requirementsSection(context)].filter(
    ({ count }) => count !== 0,
  );
  return frame({
    title: `${word}: ${record.started?.target ?? 'no target'}`,
    sections: [{ id: 'content', title: 'Verdict' }, ...sections],
    content: html`${verdictHeader(context)}
${record.results.length > 0 && scoreTable(context)}
${sections.map(sectionMarkup)}
<footer><p class="muted">Written by ${settings.about.kit.name} ${settings.about.kit.version} from the record of the run. Secrets are replaced by their names.</p></footer>`,
    isScripted: true,
  });
}
