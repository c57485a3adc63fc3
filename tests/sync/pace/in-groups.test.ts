import { expect, it } from 'vitest';
import { inGroups } from '../../../src/sync/pace/in-groups';

/** Work that ends when it is told to; what it was given, group by group. */
function workByHand(whenWanted?: () => Promise<void>) {
  const groups: string[][] = [];
  const ends: ((failure?: Error) => void)[] = [];
  const work = (items: readonly string[]): Promise<string[]> => {
    groups.push([...items]);
    return new Promise((resolve, reject) =>
      ends.push((failure) => (failure ? reject(failure) : resolve(items.map((item) => `${item}!`)))),
    );
  };
  const begun = async (count: number): Promise<void> => {
    while (groups.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  return { groups, ends, begun, call: inGroups(work, whenWanted) };
}

it('puts together what is asked in one moment, and gives each its own answer', async () => {
  const { groups, ends, begun, call } = workByHand();
  const answers = Promise.all([call('a'), call('b')]);
  await begun(1);
  ends[0]?.();
  expect(await answers).toEqual(['a!', 'b!']);
  expect(groups).toEqual([['a', 'b']]);
});

it('begins no group before the one ahead has ended, and takes in whoever comes meanwhile', async () => {
  const { groups, ends, begun, call } = workByHand();
  const first = call('a');
  await begun(1);
  const later = [call('b'), call('c')];
  await new Promise((resolve) => setImmediate(resolve));
  later.push(call('d'));
  expect(groups).toEqual([['a']]);
  ends[0]?.();
  await first;
  await begun(2);
  ends[1]?.();
  expect(await Promise.all(later)).toEqual(['b!', 'c!', 'd!']);
  expect(groups).toEqual([['a'], ['b', 'c', 'd']]);
});

it('tells every member of a group that failed, and goes on with the next', async () => {
  const { ends, begun, call } = workByHand();
  const failed = Promise.allSettled([call('a'), call('b')]);
  await begun(1);
  const next = call('c');
  ends[0]?.(new Error('the disk is gone'));
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await begun(2);
  ends[1]?.();
  expect(await next).toBe('c!');
});

it('lets a group gather until it is wanted, though nothing is being done', async () => {
  let want: () => void = () => undefined;
  const wanted = new Promise<void>((resolve) => (want = resolve));
  const { groups, ends, begun, call } = workByHand(() => wanted);
  const answers = [call('a')];
  await new Promise((resolve) => setImmediate(resolve));
  answers.push(call('b'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(groups).toEqual([]);
  want();
  await begun(1);
  ends[0]?.();
  expect(await Promise.all(answers)).toEqual(['a!', 'b!']);
  expect(groups).toEqual([['a', 'b']]);
});
