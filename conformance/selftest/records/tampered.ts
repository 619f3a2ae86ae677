import { chained, chainStart, unchained } from '../../record/chain.js';

type Lines = readonly string[];
type Change = (lines: Lines) => Lines;
// biome-ignore lint/suspicious/noExplicitAny: a line of any type is edited
type Line = any;

/** The lines without their digests. */
export const plainLines: Change = (lines) => lines.map((line) => unchained(line)?.json ?? '');

/** The lines with digests made anew, and with the new size of the record where the change did not edit it. */
export function joined(change: Change, lines: Lines): Lines {
  const original = plainLines(lines);
  let before = chainStart;
  let size = 0;
  return change(original).map((plain) => {
    const isKept = plain.startsWith(type('scanned')) && original.includes(plain);
    const { text, chain } = chained(isKept ? withSize(plain, size) : plain, before);
    before = chain;
    size += Buffer.byteLength(text) + 1;
    return text;
  });
}

function withSize(scanned: string, bytes: number): string {
  const line = JSON.parse(scanned);
  return JSON.stringify({
    ...line,
    files: line.files.map((file: Line) => (file.name === 'record' ? { ...file, bytes } : file)),
  });
}

/** The first create that waits, in a world with several exchanges. */
const create = '"case":"CREATE-39","input":"","number"';
const createEnd = '"type":"played","world":"CREATE-39/0"';
const read = '"case":"GET-3"';
const readEnd = '"type":"played","world":"GET-1/';
const type = (name: string) => `{"type":"${name}"`;

const place = (lines: Lines, part: string) => lines.findIndex((line) => line.includes(part));
const without = (lines: Lines, at: number) => lines.filter((_, index) => index !== at);

/** Edits the first line with this text. */
const edited =
  (part: string, edit: (line: Line) => void): Change =>
  (lines) =>
    lines.map((text, index) => {
      if (index !== place(lines, part)) return text;
      const line = JSON.parse(text);
      edit(line);
      return JSON.stringify(line);
    });

const all =
  (...changes: readonly Change[]): Change =>
  (lines) =>
    changes.reduce((before, change) => change(before), lines);

/** Exchanges two lines, after each was edited with what the other one says. */
const swapped =
  (one: string, other: string, edit: (line: Line, from: Line) => void = () => undefined): Change =>
  (lines) => {
    const [a, b] = [place(lines, one), place(lines, other)];
    const fitted = (at: number, from: number) => {
      const line = JSON.parse(lines[at] ?? '');
      edit(line, JSON.parse(lines[from] ?? ''));
      return JSON.stringify(line);
    };
    return lines.map((line, index) => (index === a ? fitted(b, a) : index === b ? fitted(a, b) : line));
  };

/** Exchanges the line after this one with it. */
const withNext =
  (part: string): Change =>
  (lines) => {
    const at = place(lines, part);
    return [...lines.slice(0, at), lines[at + 1] ?? '', lines[at] ?? '', ...lines.slice(at + 2)];
  };

/** The lines of the world that ends in this line: from the end of the world before. */
const worldEndingAt = (lines: Lines, end: number) => {
  const from = lines.findLastIndex((line, index) => index < end && !line.startsWith(type('exchange'))) + 1;
  return { from, to: end + 1 };
};

const worldsSwapped: Change = (lines) => {
  const first = worldEndingAt(lines, place(lines, readEnd));
  const end = lines.findIndex((line, index) => index >= first.to && line.startsWith(type('played')));
  const second = worldEndingAt(lines, end);
  const between = lines.slice(first.to, second.from);
  return [
    ...lines.slice(0, first.from),
    ...lines.slice(second.from, second.to),
    ...between,
    ...lines.slice(first.from, first.to),
    ...lines.slice(second.to),
  ];
};

/** One more exchange in a world: a copy with a number of its own, counted everywhere. */
const copiedExchange: Change = (lines) => {
  const at = place(lines, create);
  const { requests } = JSON.parse(lines[place(lines, type('finished'))] ?? '');
  const copy = JSON.stringify({ ...JSON.parse(lines[at] ?? ''), number: requests + 1 });
  const end = place(lines, createEnd);
  return all(
    edited(createEnd, (line) => line.exchanges++),
    edited(type('finished'), (line) => line.requests++),
    edited(type('end'), (line) => {
      line.exchanges++;
      line.lines++;
    }),
  )([...lines.slice(0, end), copy, ...lines.slice(end)]);
};

const responseOf = (line: Line, from: Line) => {
  const { response } = from;
  Object.assign(line, { response });
};
const placeOf = (line: Line, { world, case: id, input }: Line) => Object.assign(line, { world, case: id, input });

/** What somebody may change in a record. Each is found out, also if all digests were made anew. */
export const tampered: Readonly<Record<string, Change>> = {
  'an edited result': edited('"id":"GET-3"', ({ result }) => Object.assign(result, { outcome: 'failed' })),
  'an edited decision': edited(readEnd, ({ decision }) => Object.assign(decision, { outcome: 'inconclusive' })),
  'a changed response': edited(create, ({ response }) => Object.assign(response, { status: 500 })),
  'a changed body': edited(create, ({ response }) =>
    Object.assign(response, { body: response.body.replace(/(createdDateTime":")\d{4}/, '$12001') }),
  ),
  'a changed request': edited(create, ({ request }) => Object.assign(request, { method: 'PUT' })),
  'a request of another caller': edited(create, ({ request }) =>
    Object.assign(request.headers, { authorization: 'Bearer $SECURITY_ACTIONS_READER_TOKEN' }),
  ),
  'a request with the id of another one': edited(create, ({ request: { headers } }) =>
    Object.assign(headers, {
      'client-request-id': headers['client-request-id'].replace(/\d$/, (last: string) =>
        String((Number(last) + 1) % 10),
      ),
    }),
  ),
  'a request without its id': edited(create, ({ request }) => delete request.headers['client-request-id']),
  'a request with an id of another form': edited(create, ({ request: { headers } }) =>
    Object.assign(headers, { 'client-request-id': 'aaaaaaaa-0000-4000-8000-000000000009' }),
  ),
  'a response in place of its absence': edited(create, (line) => {
    Object.assign(line, { response: undefined, failure: 'socket hang up', fate: 'reset' });
  }),
  'responses of two cases in place of each other': all(
    swapped(create, read, (line, from) => {
      const own = JSON.parse(JSON.stringify(line));
      Object.assign(line, from);
      responseOf(line, own);
    }),
  ),
  'exchanges of two cases in place of each other': swapped(create, read, placeOf),
  'a removed exchange': (lines) => without(lines, place(lines, create)),
  'a removed world': (lines) => lines.filter((line) => !line.includes('"world":"CREATE-39/0"')),
  'exchanges in another order': withNext(create),
  'worlds in another order': worldsSwapped,
  'a repeated exchange': (lines) =>
    lines.flatMap((line) => (line === lines[place(lines, create)] ? [line, line] : [line])),
  'a copied exchange': copiedExchange,
  'a repeated world': (lines) => {
    const { from, to } = worldEndingAt(lines, place(lines, createEnd));
    return [...lines.slice(0, to), ...lines.slice(from, to), ...lines.slice(to)];
  },
  'a removed result': (lines) => without(lines, place(lines, '"id":"GET-3"')),
  'results in another order': withNext(type('decided')),
  'another seed': (lines) => lines.map((line) => line.replaceAll('"seed":3', '"seed":4')),
  'another seed at the start': edited(type('started'), (line) => line.seed++),
  'another seed in what was given': edited(type('given'), ({ options }) => options.seed++),
  'fewer races': edited(type('given'), ({ options }) => options.races--),
  'fewer requirements': edited(type('given'), ({ only }) => only.pop()),
  'an identity less': edited(type('given'), ({ identities }) => identities.pop()),
  'no permission to write': edited(type('given'), (line) => Object.assign(line, { writes: false })),
  'another day': edited(type('given'), (line) => Object.assign(line, { began: line.began - 86_400_000 })),
  'a header of another day': edited(type('header'), (line) =>
    Object.assign(line, { startedAt: '2001-01-01T00:00:00.000Z' }),
  ),
  'another target': edited(type('started'), (line) => Object.assign(line, { target: 'mock' })),
  'a header of another target': edited(type('header'), (line) => Object.assign(line, { target: 'mock' })),
  'a header of another contract': edited(type('header'), ({ digests }) =>
    Object.assign(digests, { contract: '0'.repeat(64) }),
  ),
  'a header without secrets': edited(type('header'), (line) => Object.assign(line, { secrets: [] })),
  'no header': (lines) => lines.slice(1),
  'an exchange without a world': edited(create, (line) => Object.assign(line, { world: undefined })),
  'a start without a time': edited(type('given'), (line) => Object.assign(line, { began: undefined })),
  'findings that are no list': edited('"id":"GET-3"', ({ result }) => Object.assign(result, { findings: 0 })),
  'a line of an unknown type': edited(create, (line) => Object.assign(line, { type: '__proto__' })),
  'a line that is no object': (lines) => lines.map((line, index) => (index === place(lines, create) ? 'null' : line)),
  'a changed clock': edited(createEnd, ({ readings }) =>
    readings.splice(
      readings.findIndex((one: unknown) => Number(one) > 1e12),
      1,
      946_684_800_000,
    ),
  ),
  'a time that a world does not read': edited(createEnd, ({ readings }) => readings.shift()),
  'an exchange that took longer': edited(create, (line) => Object.assign(line, { endedAt: line.endedAt + 10_000 })),
  'an exchange that began before': edited(create, (line) => Object.assign(line, { startedAt: line.startedAt - 50 })),
  'an exchange that ended before it began': edited(create, (line) =>
    Object.assign(line, { endedAt: line.startedAt - 1 }),
  ),
  'a world that ended at another time': edited(readEnd, (line) =>
    Object.assign(line, { endedAt: line.endedAt + 60_000 }),
  ),
  'a shorter run': edited(type('finished'), (line) => Object.assign(line, { durationMs: 1 })),
  'a token that is said to be unsuitable': edited(type('given'), ({ identities, known }) => {
    known.unsuitable[identities[0]] = 'the token is of another tenant';
  }),
  'another feature': edited(type('probed'), (line) =>
    Object.assign(Object.values(line.features)[0] as Line, { supported: false }),
  ),
  'a notice of the probe that is none': edited(type('probed'), ({ notices }) => notices.push('the target is slow')),
  'another plan': edited(type('planned'), (line) => line.inputs--),
  'another audit': edited(type('audited'), (line) => line.actions--),
  'a consequence that is none': edited(type('explained'), ({ consequences }) =>
    consequences.push({ id: 'GET-1', of: 'GET-3' }),
  ),
  'an edited verdict': edited(type('finished'), (line) => Object.assign(line, { verdict: 'failures' })),
  'an edited tally': edited(type('finished'), ({ tally }) => tally.MUST.passed++),
  'no verdict': (lines) => edited(type('end'), (line) => line.lines--)(without(lines, place(lines, type('finished')))),
  'an end with another exit code': edited(type('end'), (line) => Object.assign(line, { exitCode: 1 })),
  'the end of another run': edited(type('end'), (line) =>
    Object.assign(line, { lines: 9, exchanges: 3, exitCode: 69 }),
  ),
  'a line after the end': (lines) => [...lines, lines.at(-1) ?? ''],
  'a cut end': (lines) => lines.slice(0, -2),
  'lines cut from the middle': (lines) => [
    ...lines.slice(0, place(lines, create)),
    ...lines.slice(place(lines, createEnd)),
  ],
  'text after the end': (lines) => [...lines, 'text'],
  'text between two lines': (lines) => lines.toSpliced(place(lines, create), 0, 'text'),
  'an empty line': (lines) => lines.toSpliced(place(lines, create), 0, ''),
  'hits in a file that are not counted': edited(type('scanned'), ({ files }) => Object.assign(files[0], { hits: 2 })),
  'another size of the record that was searched': edited(type('scanned'), ({ files }) => files[0].bytes--),
  'fewer secrets that were searched for': edited(type('scanned'), (line) => Object.assign(line, { secrets: 0 })),
  'no search for secrets': (lines) =>
    edited(type('end'), (line) => line.lines--)(without(lines, place(lines, type('scanned')))),
};

/** Writes each line anew, with its members in another order and with escaped characters: the values are the same. */
export const writtenAnew: Change = (lines) =>
  lines.map((line) =>
    line.startsWith(type('scanned')) ? line : JSON.stringify(reversed(JSON.parse(line))).replaceAll('/', '\\u002f'),
  );

function reversed(value: Line): Line {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, reversed(member)]);
  return Object.fromEntries(members.reverse());
}
