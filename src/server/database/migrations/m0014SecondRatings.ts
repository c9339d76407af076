/** A second judgement of a session, and who has seen the first. Lines are added and never changed. */
import type { Kysely, Migration } from "kysely";

export const m0014SecondRatings: Migration = {
  async up({ schema }: Kysely<never>) {
    await schema
      .createTable("second_rating")
      .addColumn("session_id", "text", (column) => column.primaryKey().references("session.id"))
      .addColumn("rater_id", "text", (column) => column.notNull().references("account.id"))
      .addColumn("is_outcome_known", "integer", (column) => column.notNull())
      .addColumn("rating_json", "text", (column) => column.notNull())
      .addColumn("rated_ms", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("rating_seen")
      // A result that was not made here has no session.
      .addColumn("session_id", "text", (column) => column.notNull())
      .addColumn("account_id", "text", (column) => column.notNull().references("account.id"))
      .addColumn("seen_ms", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("rating_seen_key", ["session_id", "account_id"])
      .execute();
  },
};
