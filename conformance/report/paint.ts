/** Colours text for a terminal, or leaves it alone. */
export type Paint = Readonly<Record<keyof typeof codes, (text: string) => string>>;

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

/** With `false` nothing is added to any text: that is for pipes, files and `NO_COLOR`. */
export function paint(colour: boolean): Paint {
  const entries = Object.entries(codes).map(([name, code]) => [
    name,
    (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text),
  ]);
  return Object.fromEntries(entries) as Paint;
}
