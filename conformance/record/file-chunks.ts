import { open } from 'node:fs/promises';

/** Bytes that are read at a time. */
const chunkBytes = 64 * 1024;

/** The bytes of a file, one chunk at a time. All chunks use the same memory, so each is valid only until the next one is read. */
export async function* fileChunks(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
