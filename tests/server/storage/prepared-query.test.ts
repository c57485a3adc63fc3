import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { preparedQuery } from '../../../src/server/storage/sqlite/thread/prepared-query';
import type { Tables } from '../../../src/server/storage/sqlite/tables';

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

type Values = Pick<Tables['envelopes'], 'envelopeId' | 'digest'>;

const build = (executor: Kysely<Tables>, { envelopeId, digest }: Values) =>
  executor
    .selectFrom('envelopes')
    .select('state')
    .where((column) => column.or([column('envelopeId', '=', envelopeId), column.and({ digest, envelopeId })]))
    .where('sequence', '>', 7)
    .limit(1);

describe('a prepared query', () => {
  const [one, another] = [
    { envelopeId: 'one', digest: 'first' },
    { envelopeId: 'another', digest: 'second' },
  ];

  it.each([one, another])('says for $envelopeId what the query says', (values) => {
    const prepared = preparedQuery(build);
    prepared(db, one).compile();
    const { sql, parameters } = build(db, values).compile();
    expect(prepared(db, values).compile()).toMatchObject({ sql, parameters });
  });

  it('makes its text once', () => {
    const built = vi.fn(build);
    const prepared = preparedQuery(built);
    for (const values of [one, another, one]) prepared(db, values).compile();
    expect(built).toHaveBeenCalledTimes(1);
  });
});
