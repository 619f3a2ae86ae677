import { expect, test, vi } from 'vitest';
import { rule } from '../check.js';
import { Inconclusive, KitFault } from '../errors.js';
import { withCompactBody } from '../evidence/compact-body.js';
import type { Exchange } from '../evidence/exchange.js';
import { exchange, url } from '../testing.js';
import { expectEqual } from './expect.js';
import { RuleBook } from './rule-book.js';

const action = (id: string, status: unknown, number = 1): Exchange =>
  exchange({ body: { id, status } }, { number, startedAt: number * 10, endedAt: number * 10 + 5 });
const statusIs = (wanted: string) =>
  rule('RESOURCE-2', {
    over: 'securityAction',
    check: ({ action: { status }, at }) => expectEqual(status, wanted, `${at}/status`),
  });

test('a rule without a subject has an empty record', () => {
  const running = statusIs('Running');
  const book = new RuleBook([running]);
  expect(book.record(running)).toEqual({ judged: 0, violations: 0, findings: [] });
  book.read([exchange({ status: 404, body: {} })], 'x');
  expect(book.record(running)).toEqual({ judged: 0, violations: 0, findings: [] });
});

test('a rule counts its judgements', () => {
  const running = statusIs('Running');
  const book = new RuleBook([running]);
  book.read([action('1', 'Running'), action('2', 'Running')], 'x');
  book.read([action('3', 'Running')], 'y');
  expect(book.record(running)).toEqual({ firstJudged: 1, judged: 3, violations: 0, findings: [] });
});

test('a violation is recorded with its exchange and the input that sent it', () => {
  const running = statusIs('Running');
  const book = new RuleBook([running]);
  book.read([action('1', 'Running', 1), action('2', 'Odd', 2), action('3', 'Running', 3)], 'CREATE-1: input');
  expect(book.record(running)).toMatchObject({
    violations: 1,
    findings: [{ input: 'CREATE-1: input', at: '/status', received: '"Odd"', exchange: { number: 2 } }],
  });
});

test('all violations are counted and the first five kept', () => {
  const running = statusIs('Running');
  const book = new RuleBook([running]);
  for (let number = 1; number <= 40; number++) book.read([action(String(number), 'Odd', number)], 'x');
  const { violations, findings } = book.record(running);
  expect(violations).toBe(40);
  expect(findings.length).toBe(5);
});

test('a subject that `where` excludes is not judged', () => {
  const check = vi.fn();
  const picky = rule('RESOURCE-2', { over: 'securityAction', where: ({ action: { id } }) => id === '1', check });
  const book = new RuleBook([picky]);
  book.read([action('1', 'a'), action('2', 'a')], 'x');
  expect(check).toHaveBeenCalledTimes(1);
  expect(book.record(picky).judged).toBe(0);
});

test.each([new TypeError('inside'), new Inconclusive('inside')])(
  'a rule that throws %s is a fault of the kit',
  (error) => {
    const fail = () => {
      throw error;
    };
    for (const parts of [{ check: fail }, { where: fail, check: () => undefined }]) {
      const book = new RuleBook([rule('RESOURCE-2', { over: 'securityAction', ...parts })]);
      expect(() => book.read([action('1', 'a')], 'x')).toThrow(KitFault);
      expect(() => book.read([action('2', 'a')], 'x')).toThrow(/RESOURCE-2.*inside/s);
    }
  },
);

test('each subject goes to the rules over its kind', () => {
  const kinds = ['securityAction', 'collection', 'error', 'exchange', 'timeline'] as const;
  const seen: string[] = [];
  const rules = kinds.map((over) => rule('RESOURCE-1', { over, check: () => seen.push(over) }));
  const read = (...exchanges: Exchange[]) => {
    seen.length = 0;
    new RuleBook(rules).read(exchanges, 'x');
    return seen.join(' ');
  };
  expect(read(action('1', 'a'))).toBe('securityAction exchange timeline');
  expect(read(action('1', 'a', 1), action('1', 'b', 2))).toBe(
    'securityAction exchange securityAction exchange timeline',
  );
  expect(read(exchange({ status: 404, body: {} }))).toBe('error exchange');
  expect(read(exchange({ body: { value: [{ id: '1' }, 2] } }, { operation: 'list' }))).toBe(
    'securityAction collection exchange timeline',
  );
  expect(read({ ...action('1', 'a'), response: undefined, failure: 'reset' })).toBe('');
});

test('an action that an operation shows again with the same text is judged once', () => {
  const check = vi.fn();
  const book = new RuleBook([rule('RESOURCE-1', { over: 'securityAction', check })]);
  const listed = exchange({ body: { value: [{ id: '1', status: 'a' }, { id: '2' }] } }, { operation: 'list' });
  book.read([action('1', 'a', 1), action('1', 'a', 2)], 'x');
  book.read([action('1', 'a', 3), action('1', 'b', 4), listed, listed], 'y');
  expect(check).toHaveBeenCalledTimes(4);
});

test('a response outside the API is not judged', () => {
  const check = vi.fn();
  const book = new RuleBook([rule('RESOURCE-1', { over: 'exchange', check })]);
  const request = { method: 'GET', url: `${url}/security/alerts`, headers: {} };
  book.read([exchange({ status: 404, body: {} }, { operation: undefined, request })], 'x');
  expect(check).not.toHaveBeenCalled();
});

test('the rules judge long pages up to a limit, and the book says so; short pages are always judged', () => {
  const judged: number[] = [];
  const book = new RuleBook([
    rule('LIST-2', { over: 'collection', check: (page) => judged.push(page.exchange.number) }),
  ]);
  const body = { value: [{ id: '1', text: 'x'.repeat(16_000_000) }] };
  const long = (number: number) => {
    const { response, ...page } = exchange({ body }, { operation: 'list', number });
    return { ...page, response: response && withCompactBody(response) };
  };
  for (let number = 1; number <= 7; number++) book.read([long(number)], 'x');
  book.read([exchange({ body: { value: [] } }, { operation: 'list', number: 8 })], 'x');
  expect(judged).toStrictEqual([1, 2, 3, 8]);
  expect(book.notices.join()).toMatch(/judged 3 long pages .* none of 4 further ones/);
});
