import type { Json } from '../../server/wire.js';

export function withoutMember(body: Json, name: string): Json {
  return Object.fromEntries(Object.entries(body).filter(([member]) => member !== name));
}
