const day = '(Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const month = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const time = String.raw`\d\d:\d\d:\d\d`;

/** The three formats of RFC 9110, section 5.6.7: the preferred one and the two obsolete ones. */
const forms = [
  String.raw`${day}, \d\d ${month} \d{4} ${time} GMT`,
  String.raw`(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d\d-${month}-\d\d ${time} GMT`,
  String.raw`${day} ${month} [\d ]\d ${time} \d{4}`,
].map((form) => new RegExp(`^${form}$`));

/** True if a header value is an HTTP date. `Date.parse` alone also accepts `-5` and `tomorrow 1`. */
export function isHttpDate(value: string): boolean {
  return forms.some((form) => form.test(value)) && !Number.isNaN(Date.parse(value));
}
