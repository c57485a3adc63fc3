import type { Compilable, Transaction } from 'kysely';
import type { Tables } from '../tables';

type RowsOf<Queries> = {
  readonly [Index in keyof Queries]: Queries[Index] extends Compilable<infer Row> ? readonly Row[] : never;
};

/**
 * Runs queries of one transaction one behind the other, in one message to the thread: Kysely by itself sends none before the
 * one ahead of it is answered. The rows of each, in the order of the queries; rejects for the first that failed, and
 * nothing behind that one was done.
 */
export function runTogether<const Queries extends readonly Compilable[]>(
  transaction: Transaction<Tables>,
  queries: Queries,
): Promise<RowsOf<Queries>> {
  const executor = transaction.getExecutor();
  return executor.provideConnection(async (connection) => {
    const direct = executor.withConnectionProvider({ provideConnection: (use) => use(connection) });
    const results = await Promise.all(queries.map((query) => direct.executeQuery(query.compile())));
    // Mapped one by one, which the type of an array does not say.
    return results.map(({ rows }) => rows) as RowsOf<Queries>;
  });
}
