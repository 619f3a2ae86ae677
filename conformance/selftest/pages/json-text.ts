const lineWidth = 120;

/**
 * A value as JSON in the format that `npm run format` produces: each object and array on one line where it fits between `lead` characters
 * before it and `trail` behind it.
 */
export function jsonText(value: unknown, indent = '', lead = 0, trail = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const flat = flatText(value);
  if (!isListOfObjects(value) && lead + flat.length + trail <= lineWidth) return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members: readonly (readonly [lead: string, member: unknown])[] = Array.isArray(value)
    ? value.map((one) => ['', one] as const)
    : Object.entries(value).map(([name, one]) => [`${JSON.stringify(name)}: `, one] as const);
  const parts = members.map(([key, one], index) => {
    const comma = index + 1 < members.length ? 1 : 0;
    return `${key}${jsonText(one, inner, inner.length + key.length, comma)}`;
  });
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}

function flatText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${flatText(one)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function isListOfObjects(value: object): boolean {
  return (
    Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'object' && !Array.isArray(one))
  );
}
