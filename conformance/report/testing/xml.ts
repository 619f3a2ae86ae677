import { DOMParser, type Element } from '@xmldom/xmldom';

/** Characters that XML 1.0 forbids: most controls, two non-characters, surrogates without their other half. The parser accepts them. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for them.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Stops at every warning, but not at U+FFFD, which XML allows and a target may send. */
function strict(level: 'fatalError' | 'error' | 'warning', message: string): void {
  if (message.startsWith('Unicode replacement character')) return;
  throw new Error(`the parser reports the ${level} "${message}"`);
}

/** The root element of a document. @throws Error when it is not well-formed. */
export function parsed(xml: string): Element {
  if (forbidden.test(xml)) throw new Error('the document contains a character that XML forbids');
  if (/&(?!(lt|gt|amp|quot|#10|#9);)/.test(xml)) throw new Error('the document contains a & that starts no entity');
  const { documentElement } = new DOMParser({ onError: strict }).parseFromString(xml, 'text/xml');
  if (!documentElement) throw new Error('the document has no element');
  return documentElement;
}

/** The elements of a name below an element, at any depth. */
export function xmlElements(root: Element, name: string): readonly Element[] {
  return [...root.getElementsByTagName(name)];
}

/** The texts of all elements of a name. */
export function xmlTexts(xml: string, name: string): readonly string[] {
  return xmlElements(parsed(xml), name).map(({ textContent }) => textContent ?? '');
}

/** The attributes of an element. */
export function attributesOf({ attributes }: Element): Readonly<Record<string, string>> {
  return Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
}
