const lineWidth = 120;

/** A value as JSON in the format that `npm run format` produces: each object and array on one line where it fits. */
export function jsonText(value: unknown, indent = '', lead = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const flat = flatText(value);
  // One character is kept for the comma behind the value.
  if (!isListOfObjects(value) && lead + flat.length < lineWidth) return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((one) => jsonText(one, inner, inner.length))
    : Object.entries(value).map(([name, one]) => {
        const key = `${JSON.stringify(name)}: `;
        return `${key}${jsonText(one, inner, inner.length + key.length)}`;
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
  return Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'object');
}
