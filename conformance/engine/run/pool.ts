/** Works through the items, at most `width` at a time, in their order. The first error stops it, and is thrown once what had begun is over. */
export async function pool<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let stopped: { readonly by: unknown } | undefined;
  const worker = async () => {
    for (const item of queue) {
      if (stopped) return;
      try {
        await work(item);
      } catch (error) {
        stopped ??= { by: error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
  if (stopped) throw stopped.by;
}
