import { z } from '../zod';

/**
 * Reads what a newer version may have written: members that this version does not know are left out, and so are the
 * entries of `lists` (named by their path: `photo.overrideReasons`) that hold a value of tomorrow, such as an opening
 * with a new method. Everything else must fit, and a list keeps its least length.
 *
 * Only for reading. Whoever changes such a thing and signs it again must read it by `schema` itself, or what was left
 * out would be lost.
 */
export function additive<Schema extends z.ZodType>(schema: Schema, lists: readonly string[] = []): z.ZodPreprocess<Schema> {
  return z.preprocess((value) => knownPart(value, schema, lists), schema);
}

function knownPart(value: unknown, schema: z.ZodType, lists: readonly string[]): unknown {
  const { error } = schema.safeParse(value);
  const unknown = new Set(error?.issues.flatMap((issue) => unknownIn(issue, lists)));
  return unknown.size === 0 ? value : knownPart(without(value, unknown), schema, lists);
}

type Path = readonly PropertyKey[];

const nameOf = (path: Path): string => JSON.stringify(path);

/** Names of the members and entries that an issue says are not known. */
function unknownIn(issue: z.core.$ZodIssue, lists: readonly string[]): readonly string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => nameOf([...issue.path, key]));
  const place = issue.path.findIndex((step) => typeof step === 'number');
  const isOfList = place > 0 && lists.includes(issue.path.slice(0, place).join('.'));
  return isOfList && issue.code === 'invalid_value' ? [nameOf(issue.path.slice(0, place + 1))] : [];
}

function without(value: unknown, unknown: ReadonlySet<string>, path: Path = []): unknown {
  const known = (entries: [PropertyKey, unknown][]): [PropertyKey, unknown][] =>
    entries
      .filter(([step]) => !unknown.has(nameOf([...path, step])))
      .map(([step, member]) => [step, without(member, unknown, [...path, step])]);
  if (Array.isArray(value)) return known([...value.entries()]).map(([, entry]) => entry);
  return typeof value === 'object' && value !== null ? Object.fromEntries(known(Object.entries(value))) : value;
}
