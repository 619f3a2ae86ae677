import { Rejection } from '../rejection.js';
import type { checkMediaType, parseObject, RequestObject } from './body.js';

/** The functions that reading a body uses. */
export interface BodyDecisions {
  readonly checkMediaType: typeof checkMediaType;
  readonly parseObject: typeof parseObject;
}

/** Reads the body of a create or an update: one JSON object. A request without a body is rejected with 400 (CREATE-25). */
export async function readObject(request: Request, maxBytes: number, decide: BodyDecisions): Promise<RequestObject> {
  const contentType = request.headers.get('content-type');
  if (contentType !== null) decide.checkMediaType(contentType);
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) throw new Rejection(400, 'The request has no body. Send a JSON object.');
  if (contentType === null) decide.checkMediaType('');
  return decide.parseObject(bytes);
}

/** Reads the body of a cancel, which is empty or a JSON object (CANCEL-4 to CANCEL-6). */
export async function readNothing(request: Request, maxBytes: number, decide: BodyDecisions): Promise<void> {
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) return;
  decide.checkMediaType(request.headers.get('content-type') ?? '');
  decide.parseObject(bytes);
}

/** Reads the bytes of a body up to a limit. A larger body is rejected with 413 (HTTP-16). */
async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? Number.NaN);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  if (declared <= maxBytes) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): Rejection {
  return new Rejection(413, `The body is larger than ${maxBytes} bytes.`);
}
