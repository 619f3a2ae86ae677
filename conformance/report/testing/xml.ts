/** An element of an XML document: its attributes, the names of its children, and its text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML without comments, CDATA and the like, strictly. @throws Error where it is not well-formed. */
export function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const token = /<\?xml [^?]*\?>|<(\/?)([a-z][a-z-]*)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<>]+)/y;
  for (let at = 0; at < xml.length; at = token.lastIndex) {
    const found = token.exec(xml);
    if (!found) throw new Error(`not well-formed: ${JSON.stringify(xml.slice(at, at + 80))}`);
    const [, closing, name, attributes = '', single, text] = found;
    const last = open.at(-1) ?? root;
    if (text !== undefined) last.text += unescaped(text);
    if (name === undefined) continue;
    if (closing && open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
    if (closing) continue;
    const pairs = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      unescaped(value),
    ]);
    const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
    last.children.push(element);
    if (!single) open.push(element);
  }
  const [only] = root.children;
  if (!only || root.children.length > 1 || open.length > 1) throw new Error('not one element that is closed');
  return only;
}

/** The texts of all elements of a name. */
export function textsOf(xml: string, name: string): readonly string[] {
  return below(parsed(xml)).flatMap((one) => (one.name === name ? [one.text] : []));
}

/** An element and all within it. */
export function below(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(below)];
}

/** What no XML 1.0 document may hold. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function unescaped(text: string): string {
  if (forbidden.test(text)) throw new Error(`a character that XML forbids: ${JSON.stringify(text)}`);
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#10': '\n', '#9': '\t' };
  return text.replace(/&([^;]*;)?/g, (whole, name: string = '') => {
    const character = entities[name.slice(0, -1)];
    if (character === undefined) throw new Error(`not an entity: ${whole}`);
    return character;
  });
}
