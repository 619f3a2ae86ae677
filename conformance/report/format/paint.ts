import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Styles text for a terminal, or returns it unchanged. */
export type Paint = Readonly<Record<Style, (text: string) => string>>;

/** With `false` no text is changed: for pipes, files and `NO_COLOR`. */
export function paint(colour: boolean): Paint {
  const style = (name: Style) => (text: string) => (colour ? styleText(name, text, { validateStream: false }) : text);
  return { bold: style('bold'), dim: style('dim'), red: style('red'), green: style('green'), yellow: style('yellow') };
}
