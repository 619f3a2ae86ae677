import { rule } from '../../engine/check.js';
import { isObject, type Reply } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';

/** Stack frames of common runtimes and the headings above them. One matching line is enough. */
const trace = new RegExp(
  [
    String.raw`^\s*at .+[:(][\w ]*\d+\)?$`, // JavaScript, Java and .NET
    String.raw`\bat [\w.$<>]+ ?\((<anonymous>|Native Method|[^()\s]+:\d+(:\d+)?)\)`,
    String.raw`Traceback \(most recent call last\)|^\s*File ".+", line \d+`, // Python
    String.raw`goroutine \d+ \[|^\s+\S+\.go:\d+`, // Go
    String.raw`\.(rb|php|py|cs|java|exs?|rs):\d+(:\d+)?(:in\b|:? )|#\d+ .+\.php\(\d+\)`, // Ruby, PHP and others
    'Stack ?trace:',
  ].join('|'),
  'im',
);

export default rule('ERROR-9', {
  over: 'error',
  check: ({ reply, exchange }) => {
    const found = textsOf(reply).flatMap((text) => trace.exec(text.replaceAll('\r', ''))?.[0] ?? []);
    expectThat(found.length === 0, {
      message: 'the body shows a stack trace',
      expected: 'no stack trace',
      received: found[0] ?? '',
      at: '/error',
      exchange,
    });
  },
});

/** All strings and member names in a JSON body, or the whole body if it is not JSON. */
function textsOf({ body, text }: Reply): readonly string[] {
  return body === undefined ? [text] : stringsIn(body);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isObject(value) ? Object.entries(value).flatMap(([name, one]) => [name, ...stringsIn(one)]) : [];
}
