import { isJson } from '../../engine/evidence/is-json.js';
/** A line of JSON, and the JSON pointer of the value that begins in it; absent for a line that only ends one. */
export interface JsonLine {
  readonly text: string;
  readonly at?: string;
  /** Set when the line has a whole object or array. */
  readonly isWhole?: true;
}

/** A container that has begun. */
interface Open {
  readonly at: string;
  readonly isArray: boolean;
  count: number;
  /** The name of the member whose value comes next, as in the text. */
  key?: string | undefined;
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
/** Containers inside one another; deeper JSON is shown as it was sent. */
const deepest = 40;
/**
 * JSON with one member on each line; short objects and arrays of plain values have one line. Every number and string is as in the text,
 * which `JSON.parse` and `JSON.stringify` would change. `undefined` for a text that is not JSON.
 *
 * @param longestWhole characters of an object or array on one line.
 */
export function jsonLines(text: string, longestWhole = 72): readonly JsonLine[] | undefined {
  if (!isJson(text)) return undefined;
  const tokens = text.match(token) ?? [];
  const lines: { text: string; at?: string; isWhole?: true }[] = [];
  const open: Open[] = [];
  const indented = (shown: string) => `${'  '.repeat(open.length)}${shown}`;
  for (let index = 0; index < tokens.length; index += 1) {
    const one = tokens[index] as string;
    const within = open.at(-1);
    if (one === '}' || one === ']') {
      open.pop();
      lines.push({ text: indented(one) });
    } else if (one === ',') {
      const last = lines.at(-1);
      if (last) last.text += ',';
    } else if (within && !within.isArray && within.key === undefined) within.key = one;
    else if (one !== ':') {
      const at = within ? `${within.at}/${within.isArray ? within.count : nameIn(within)}` : '';
      const label = within?.key === undefined ? '' : `${within.key}: `;
      if (within) Object.assign(within, { count: within.count + 1, key: undefined });
      const whole = wholeAt(tokens, index, longestWhole);
      lines.push({ text: indented(`${label}${whole?.text ?? one}`), at, ...(whole && { isWhole: true }) });
      if (whole) index += whole.tokens - 1;
      else if (one === '{' || one === '[') open.push({ at, isArray: one === '[', count: 0 });
      if (open.length > deepest) return undefined;
    }
  }
  return lines;
}

/** A short object or array of plain values that begins at a token; `undefined` for anything else. */
function wholeAt(
  tokens: readonly string[],
  from: number,
  most: number,
): { readonly text: string; readonly tokens: number } | undefined {
  const [start] = tokens.slice(from, from + 1);
  if (start !== '{' && start !== '[') return undefined;
  const end = start === '{' ? '}' : ']';
  let inner = '';
  for (let index = from + 1; inner.length <= most; index += 1) {
    const one = tokens[index];
    if (one === undefined || one === '{' || one === '[') return undefined;
    if (one === end)
      return { text: inner === '' ? `${start}${end}` : `${start} ${inner} ${end}`, tokens: index - from + 1 };
    inner += one === ',' || one === ':' ? `${one} ` : one;
  }
  return undefined;
}

/** The name of the next member as a step of a JSON pointer. */
function nameIn({ key = '""' }: Open): string {
  return String(JSON.parse(key)).replaceAll('~', '~0').replaceAll('/', '~1');
}
