/**
 * Puts calls together: those of one moment, and those that come while a group is being done, make the next group.
 *
 * @param work does a whole group; answers in the same order. Where it rejects, every member's call does.
 * @param whenWanted until then the next group gathers, though nothing is being done; it must come.
 */
export function inGroups<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  whenWanted: () => Promise<unknown> = () => Promise.resolve(),
): (item: Item) => Promise<Result | undefined> {
  let gathering: { readonly items: Item[]; readonly results: Promise<readonly Result[]> } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const gather = () => {
    const items: Item[] = [];
    const results = last
      .then(whenWanted)
      .then(afterThisMoment)
      .then(() => {
        gathering = undefined;
        return work(items);
      });
    last = results.catch(() => undefined);
    return { items, results };
  };
  return async (item) => {
    gathering ??= gather();
    const place = gathering.items.push(item) - 1;
    return (await gathering.results)[place];
  };
}

/** A message and not a timer: those are slowed down in a page that nobody sees. */
function afterThisMoment(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
