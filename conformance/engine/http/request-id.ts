import { randomBytes } from 'node:crypto';

/** The areas of the catalogue by their digit in a request id, from 1 on. A new area is added at the end. */
const areas = 'LIST GET CREATE UPDATE CANCEL LIFECYCLE RESOURCE ERROR AUTH HTTP SURFACE'.split(' ');

/** What else sends requests, by its number in a request id; the first stands for everything that is not named here. */
const others = ['other', 'probe', 'audit', 'clean-up', 'progress', 'sequences', 'connection', 'sweep', 'control'];

/** Where a request comes from. */
export interface RequestSource {
  /** The id of the run, see {@link randomRunId}. */
  readonly run: string;
  /** What plays: a requirement and the index of its input such as `CREATE-16/3`, or something else such as `audit`. */
  readonly label: string;
  /** The number of the request in its run. */
  readonly number: number;
}

/** The id of a run: 12 hexadecimal digits. */
export function randomRunId(): string {
  return randomBytes(6).toString('hex');
}

/**
 * The `client-request-id` of a request: a GUID of version 8 (RFC 9562), which is unique and says where the request comes
 * from. `rrrrrrrr-rrrr-8ann-8iii-qqqqqqqqqqqq` has the run, the area and number of the requirement, the index of the input, and the
 * number of the request in the run. All but the run and the area are decimal.
 */
export function requestId({ run, label, number }: RequestSource): string {
  const [name = '', index = '0'] = label.split('/');
  const [, area = '', count = '0'] = /^([A-Z]+)-(\d+)$/.exec(name) ?? [];
  const digit = areas.indexOf(area) + 1;
  const kind = digit > 0 ? Number(count) : Math.max(0, others.indexOf(name.split(' ')[0] ?? ''));
  const requirement = `${digit.toString(16)}${Math.floor(kind / 10).toString(16)}${kind % 10}`;
  const input = String((Number.parseInt(index, 10) || 0) % 1_000).padStart(3, '0');
  return `${run.slice(0, 8)}-${run.slice(8)}-8${requirement}-8${input}-${String(number).padStart(12, '0')}`;
}

/** What a request id says; `undefined` for a text that is none of the kit. */
export function requestSource(id: string): RequestSource | undefined {
  const parts = /^([0-9a-f]{8})-([0-9a-f]{4})-8([0-9a-f])([0-9a-f])(\d)-8(\d{3})-(\d{12})$/i.exec(id.trim());
  if (!parts) return undefined;
  const [, first = '', second = '', digit = '', tens = '', ones = '', input = '', number = ''] = parts;
  const area = areas[Number.parseInt(digit, 16) - 1];
  const count = 10 * Number.parseInt(tens, 16) + Number(ones);
  const name = area === undefined ? others[count] : `${area}-${count}`;
  if (name === undefined) return undefined;
  return { run: `${first}${second}`.toLowerCase(), label: `${name}/${Number(input)}`, number: Number(number) };
}
