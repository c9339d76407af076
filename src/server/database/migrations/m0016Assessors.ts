/**
 * Who judged a session, first or second: one line for each person, so that nobody is both, however the two
 * were asked for. What was judged before is taken over.
 */
import { type Kysely, type Migration, sql } from "kysely";

export const m0016Assessors: Migration = {
  async up(database: Kysely<never>) {
    await database.schema
      .createTable("assessor")
      .addColumn("session_id", "text", (column) => column.notNull().references("session.id"))
      .addColumn("account_id", "text", (column) => column.notNull().references("account.id"))
      .addColumn("part", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("assessor_key", ["session_id", "account_id"])
      .execute();
    await sql`
      insert into assessor (session_id, account_id, part)
      select id, signer_id, 'first' from signed_record`.execute(database);
    await sql`
      insert into assessor (session_id, account_id, part)
      select session_id, rater_id, 'second' from second_rating
      where not exists (
        select 1 from assessor
        where assessor.session_id = second_rating.session_id
          and assessor.account_id = second_rating.rater_id)`.execute(database);
  },
};
