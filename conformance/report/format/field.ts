import { wrap } from './text.js';

const labelWidth = 16;

/** Indented lines with a label before the first. */
export function field(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `    ${(index === 0 ? label : '').padEnd(labelWidth)}${line}`.trimEnd());
}

/** The same for prose, which is wrapped to the width of the report. */
export function wrappedField(label: string, text: string, width: number): readonly string[] {
  return field(label, wrap(text, Math.max(20, width - 4 - labelWidth)));
}
