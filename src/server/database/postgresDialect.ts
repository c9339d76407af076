/** PostgreSQL behind DATABASE_URL. */
import type { Dialect } from "kysely";
import { PostgresDialect } from "kysely";
import pg from "pg";

const CONNECTIONS_MAX = 10;
const CONNECT_MS_MAX = 10_000;

/** Moments are bigint columns; a millisecond count is exact as a number until the year 287396. */
const types: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    if (id === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(id, format);
  },
};

/** @param onLost called when an idle connection breaks; the next query opens a new one */
export function postgresDialect(url: string, onLost: (error: Error) => void): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_MS_MAX,
    types,
  });
  pool.on("error", onLost);
  return new PostgresDialect({ pool });
}
