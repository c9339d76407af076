/**
 * Outlooks made before this were made of records that could be misread where a field was empty: an
 * unconfirmed case counted as confirmed. They are made again when they are next asked for.
 */
import { type Kysely, type Migration, sql } from "kysely";

export const m0012OutlooksAnew: Migration = {
  async up(database: Kysely<never>) {
    await sql`delete from staff_outlook`.execute(database);
  },
};
