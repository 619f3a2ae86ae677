import { Refusal } from '../refusal.js';
import type { checkMediaType, JsonObject, parseObject } from './body.js';

/** The decisions that reading a body rests on. */
export interface BodyDecisions {
  readonly checkMediaType: typeof checkMediaType;
  readonly parseObject: typeof parseObject;
}

/** The body of a create or an update: one JSON object; without a body the request is refused with 400 (CREATE-25). */
export async function readObject(request: Request, most: number, decide: BodyDecisions): Promise<JsonObject> {
  const contentType = request.headers.get('content-type');
  if (contentType !== null) decide.checkMediaType(contentType);
  const bytes = await readBytes(request, most);
  if (bytes.length === 0) throw new Refusal(400, 'The request has no body; send a JSON object.');
  if (contentType === null) decide.checkMediaType('');
  return decide.parseObject(bytes);
}

/** The body of a cancel, which has no members: nothing at all, or an object (CANCEL-4 to CANCEL-6). */
export async function readNothing(request: Request, most: number, decide: BodyDecisions): Promise<void> {
  const bytes = await readBytes(request, most);
  if (bytes.length === 0) return;
  decide.checkMediaType(request.headers.get('content-type') ?? '');
  decide.parseObject(bytes);
}

/** The bytes of a body, read no further than the limit; a larger one is refused with 413 (HTTP-16). */
async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  if (declared > most) throw tooLarge(most);
  if (declared <= most) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(most: number): Refusal {
  return new Refusal(413, `The body is larger than ${most} bytes.`);
}
