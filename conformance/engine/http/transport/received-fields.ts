import { type HeaderFields, headerFields } from '../../evidence/header-fields.js';

/** All header fields with all of their values, from the names and values in turn that Node.js gives. Pseudo-header fields are left out. */
export function fieldsOf(raw: readonly string[]): HeaderFields {
  const fields: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const { [at]: name = '', [at + 1]: value = '' } = raw;
    // Node.js reads the bytes as Latin-1.
    if (!name.startsWith(':'))
      fields.push([name, isAscii(value) ? value : Buffer.from(value, 'latin1').toString('utf8')]);
  }
  return headerFields(fields);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
