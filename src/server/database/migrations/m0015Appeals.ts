/** Appeals against signed results, and their answers. Lines are added and never changed. */
import type { Kysely, Migration } from "kysely";

export const m0015Appeals: Migration = {
  async up({ schema }: Kysely<never>) {
    await schema
      .createTable("appeal")
      .addColumn("session_id", "text", (column) => column.notNull().references("session.id"))
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("account_id", "text", (column) => column.notNull().references("account.id"))
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("made_ms", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("appeal_key", ["session_id", "number"])
      .execute();
    await schema
      .createTable("appeal_answer")
      .addColumn("session_id", "text", (column) => column.notNull().references("session.id"))
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("account_id", "text", (column) => column.notNull().references("account.id"))
      .addColumn("decision", "text", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .addColumn("rerun", "text", (column) => column.notNull())
      .addColumn("answered_ms", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("appeal_answer_key", ["session_id", "number"])
      .execute();
  },
};
