// What a client may send, and the types of the properties.

export const writableOnCreate = ['actionReason', 'clientContext', 'name', 'parameters', 'vendorInformation'];
export const writableOnUpdate = [...writableOnCreate, 'completedDateTime', 'errorInfo'];

const text = (value) => typeof value === 'string';
const orNull = (check) => (value) => value === null || check(value);
const optional = (check) => (value) => value === undefined || check(value);
const object = (members) => (value) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(members).every(([name, check]) => check(value[name]));
const collection = (check) => (value) => Array.isArray(value) && value.every(check);
const int32 = (value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
const status = (value) => ['NotStarted', 'Running', 'Completed', 'Failed'].includes(value);

const timestampPattern = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d{1,12})?(Z|[+-]\d\d:\d\d)$/;
/** JavaScript moves 30 February to March, so the day that it understood is compared with the day that was sent. */
function timestamp(value) {
  const [, day, time] = timestampPattern.exec(value) ?? [];
  const parsed = new Date(`${day}T${time}Z`);
  return (
    day !== undefined &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(day) &&
    !Number.isNaN(Date.parse(value))
  );
}

const types = {
  actionReason: orNull(text),
  appId: orNull(text),
  azureTenantId: orNull(text),
  clientContext: orNull((value) => text(value) && value.length <= 256),
  completedDateTime: orNull(timestamp),
  createdDateTime: orNull(timestamp),
  errorInfo: orNull(object({ code: optional(int32), subcode: optional(int32), message: optional(orNull(text)) })),
  lastActionDateTime: orNull(timestamp),
  name: orNull(text),
  parameters: collection(object({ name: text, value: optional(orNull(text)) })),
  states: orNull(collection(object({ status: optional(orNull(status)) }))),
  status: orNull(status),
  user: orNull(text),
  vendorInformation: orNull(
    object({
      provider: optional(orNull(text)),
      providerVersion: optional(orNull(text)),
      subProvider: optional(orNull(text)),
      vendor: optional(orNull(text)),
    }),
  ),
};

/** What is wrong with the properties of a body; undefined when nothing is. */
export function problemWith(body) {
  const wrong = Object.keys(types).find((name) => body[name] !== undefined && !types[name](body[name]));
  return wrong && `${wrong} has an invalid value.`;
}

/** The same instant in UTC. The fraction is kept as text, because a Date has milliseconds only. */
export function toUtc(sent) {
  const [, day, time, fraction = '', zone] = timestampPattern.exec(sent);
  return new Date(`${day}T${time}${zone}`).toISOString().replace('.000Z', `${fraction}Z`);
}
