import type { RoundExplanation } from './explain.js';
import { orderLines, type TimelineLine } from './timeline.js';

const rowHeight = 26;
const left = 40;
const scale = 260;
/** The width of the widest character of the font. */
const character = 7.5;

/** A round as a self-contained SVG: a bar for each exchange on one time scale. The exchanges that no order explains are red. */
export function diagram(lines: readonly TimelineLine[], explanation: RoundExplanation): string {
  const whole = Math.max(...lines.map(({ end }) => end), 0.001);
  const order = orderLines(lines, explanation);
  const texts = [
    ...lines.map((line) => `${line.request} → ${line.response}`.length),
    ...order.map(({ length }) => length - 40),
  ];
  const width = Math.ceil(left + scale + 32 + Math.max(...texts) * character);
  const height = (lines.length + order.length + 1) * rowHeight;
  const open = new Set(explanation.unexplained.map(({ exchange }) => exchange));
  const bars = lines.flatMap((line, index) => {
    const y = (index + 1) * rowHeight;
    const x = left + (line.start / whole) * scale;
    const length = Math.max(2, ((line.end - line.start) / whole) * scale);
    const colour = open.has(line.exchange) ? '#c0392b' : line.afterwards ? '#7f8c8d' : '#2c6fbb';
    return [
      text(8, y, String(line.number)),
      `<rect x="${x.toFixed(1)}" y="${y - 12}" width="${length.toFixed(1)}" height="14" rx="2" fill="${colour}"/>`,
      text(left + scale + 16, y, `${line.request} → ${line.response}`),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="monospace" font-size="12" role="img">`,
    `<title>${escaped('The requests of the round on a time scale')}</title>`,
    ...bars,
    text(left + scale - 60, 12, `${whole.toFixed(1)} ms`),
    ...order.map((line, index) => text(8, (lines.length + index + 1) * rowHeight, line)),
    '</svg>',
  ].join('');
}

function text(x: number, y: number, content: string): string {
  return `<text x="${x}" y="${y}" fill="currentColor">${escaped(content)}</text>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for XML. Characters that XML does not allow become U+FFFD. */
function escaped(content: string): string {
  return content
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (one) => entities[one] ?? one);
}
