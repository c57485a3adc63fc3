import type { z } from '../../protocol/zod';

/** A JSON body of this schema, as a route declares it. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return { 'application/json': { schema } } as const;
}
