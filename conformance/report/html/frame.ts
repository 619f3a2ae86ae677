import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html, type Piece, trusted } from './markup.js';
import { navigation, type Section } from './section.js';

/** The parts of a page. */
interface Frame {
  readonly title: string;
  /** Links to the parts of the page. */
  readonly sections: readonly (Pick<Section, 'id' | 'title'> & Partial<Pick<Section, 'count'>>)[];
  readonly content: Piece;
  /** Whether the page has the script of the report, which makes its filters work. */
  readonly isScripted?: boolean;
}

/** A page that loads nothing, and in which every text of a target is only text. */
export function frame({ title, sections, content, isScripted = false }: Frame): string {
  const [style, script] = [asset('report.css'), isScripted ? asset('report.js') : undefined];
  const scripts = script === undefined ? '' : ` script-src '${digestOf(script)}';`;
  const policy = `default-src 'none'; style-src '${digestOf(style)}';${scripts} base-uri 'none'; form-action 'none'`;
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${navigation(sections)}
<main id="content">
${content}
</main>${script !== undefined && html`\n<script>${trusted(script)}</script>`}
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
