import { CommandFailure } from '../failure';
import type { z } from '../../protocol/zod';
import { findFile, getFile, replaceFile } from './durable-file';

function parse<Schema extends z.ZodType>(path: string, bytes: Buffer, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(parseJson(bytes.toString('utf8')));
  if (!parsed.success) throw new CommandFailure('file-unreadable', `${path} does not hold what it should.`);
  return parsed.data;
}

/** JSON from a text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a JSON file by its schema; undefined where there is none. Throws `file-unreadable`. */
export async function findJsonFile<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema> | undefined> {
  const bytes = await findFile(path);
  return bytes && parse(path, bytes, schema);
}

/** Reads a JSON file by its schema. Throws `file-missing` or `file-unreadable`. */
export async function getJsonFile<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  return parse(path, await getFile(path), schema);
}

export function writeJsonFile(path: string, value: unknown): Promise<void> {
  return replaceFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
