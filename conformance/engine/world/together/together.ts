/**
 * The results of requests that are on their way at the same time. Throws the first error when all have ended, because an exchange that
 * ends after its input is not recorded.
 */
export async function together<const Started extends readonly Promise<unknown>[]>(
  started: Started,
): Promise<{ readonly [Index in keyof Started]: Awaited<Started[Index]> }> {
  await Promise.allSettled(started);
  return Promise.all(started);
}
