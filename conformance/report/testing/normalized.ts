/** A GUID, except the ids of the reference's applications and tenants, which are fixed. */
const guid = /\b(?!(\w)\1{7}-)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** A requirement that is not selected in a JSON report; no other line between its braces has less than six spaces of indentation. */
const unselectedResult = /\n {4}\{\n(?: {6}.*\n)*? {6}"outcome": "not-selected",\n(?: {6}.*\n)*? {4}\},?/g;
/** A requirement that is not selected in a JUnit report. */
const unselectedTestCase = /<testcase .*<skipped message="not-selected: .*\n/g;

/**
 * A report without what differs from run to run: ids, dates, entity tags, durations, numbers of requests and of repeated reads, and drawings of time. It also
 * leaves out the requirements that are not selected, which are more than two hundred.
 */
export function normalized(report: string): string {
  const ids = new Map<string, string>();
  return report
    .replace(unselectedResult, '')
    .replace(/\},(\n {2}\],\n {2}"notices")/, '}$1')
    .replace(unselectedTestCase, '')
    .replace(guid, (one) => {
      const id = ids.get(one) ?? `00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}`;
      ids.set(one, id);
      return id;
    })
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '2026-01-01T00:00:00Z')
    .replace(/W\/(\\?)"\d+/g, 'W/$1"1')
    .replace(/"run": "[0-9a-f]{12}"/, '"run": "000000000000"')
    .replace(/"durationMs": \d+/, '"durationMs": 0')
    .replace(/"requests": \d+/, '"requests": 100')
    .replace(/\d+ responses to \d+ GET requests/g, '70 responses to 77 GET requests')
    .replace(/time="\d+\.\d+"/g, 'time="0.000"')
    .replace(/; \d+ requests?, [\d.]+ m?s, seed/, '; 100 requests, 1.0 s, seed')
    .replace(/"diagram": ".*"/g, '"diagram": "<svg/>"')
    .replace(/( {1,2}) *\d+(\.\d+)? ms/g, (_, space) => `${space}0 ms`)
    .replace(/\| *=+ *\|/g, '|====|');
}
