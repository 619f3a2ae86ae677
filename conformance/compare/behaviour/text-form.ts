const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const dateTime = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(?::\d\d)?(?:\.(\d+))?([Zz]|[+-]\d\d:?\d\d)?$/;
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
const entityTag = /^(W\/)?"[^"]*"$/;
/** Characters of a text that are compared. */
const longest = 120;

/**
 * The form of a text whose content is drawn, given or counted: a GUID, a date and time, digits, a URL or any other text. Fractions of a second
 * are compared by {@link fractionDigits}.
 */
export function textForm(text: string, base: string): string {
  if (text === '') return 'an empty text';
  if (guid.test(text)) return text === text.toLowerCase() ? 'a GUID' : 'a GUID in capitals';
  const [isDate, , zone = ' without a zone'] = dateTime.exec(text) ?? [];
  if (isDate !== undefined) return `YYYY-MM-DDThh:mm:ss${zone}`;
  if (/^\d+$/.test(text)) return 'digits';
  if (/^https?:\/\//i.test(text)) return urlForm(text, base);
  return 'text';
}

/** How many digits the fraction of a second has in a date and time; `undefined` for any other text. */
export function fractionDigits(text: string): number | undefined {
  const [isDate, fraction = ''] = dateTime.exec(text) ?? [];
  return isDate === undefined ? undefined : fraction.length;
}

/** A text of which a target has few, such as the value of a header field: as it is, without what differs from response to response. */
export function constantForm(text: string, base: string): string {
  if (httpDate.test(text)) return 'an HTTP date';
  const [isTag, weak] = entityTag.exec(text) ?? [];
  if (isTag !== undefined) return weak === undefined ? 'a strong entity tag' : 'a weak entity tag';
  const form = textForm(text, base);
  if (form !== 'text') return form;
  if (/securityActions/i.test(text)) return urlForm(text, base);
  return text
    .slice(0, longest)
    .replaceAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi, '{GUID}')
    .replaceAll(/\d[\d.:,-]*/g, '#');
}

/** A URL with the base URL, ids and the values of its options replaced, such as `{base}/security/securityActions?$skiptoken`. */
function urlForm(url: string, base: string): string {
  const ofBase = base !== '' && url.toLowerCase().startsWith(base.toLowerCase());
  const [path = '', query] = (ofBase ? `{base}${url.slice(base.length)}` : url).split('?', 2);
  const named = path
    .replace(/^https?:\/\/[^/]+/i, '{origin}')
    .replace(/(securityActions)(?:\/[^/#$?]+|\([^)]*\))/i, (whole, name) =>
      whole.includes('(') ? `${name}('{id}')` : `${name}/{id}`,
    );
  if (query === undefined) return named.slice(0, longest);
  return `${named}?${optionNames(query).join('&')}`.slice(0, longest);
}

/** The names of the options in the query of a URL, sorted. */
export function optionNames(query: string): readonly string[] {
  return [...new Set(new URLSearchParams(query).keys())].sort();
}
