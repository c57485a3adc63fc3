import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from '../tables';

type Query<Values, Row> = (db: Kysely<Tables>, values: Values) => Compilable<Row>;

/** Stands for a value that is not known yet. */
class Place {
  readonly name: string | symbol;

  constructor(name: string | symbol) {
    this.name = name;
  }
}

/**
 * A query that is asked for every envelope: its text is made once, for that costs more than most statements cost the database.
 *
 * @param build may compare and store the values, and not look at them: at the first call they are not there.
 */
export function preparedQuery<Values extends object, Row>(build: Query<Values, Row>): Query<Values, Row> {
  const places = new Proxy({} as Values, { get: (_, name) => new Place(name) });
  let prepared: CompiledQuery<Row> | undefined;
  return (db, values) => ({
    compile: () => {
      prepared ??= build(db, places).compile();
      const parameters = prepared.parameters.map((parameter) =>
        parameter instanceof Place ? values[parameter.name as keyof Values] : parameter,
      );
      return { ...prepared, parameters };
    },
  });
}
