/**
 * What is said of each person on the days ahead, kept so that a page of many people is a look-up; and
 * indexes that hold all the currency engine reads, so that it never opens a frozen record on its way.
 */
import type { Kysely, Migration } from "kysely";

const READ_BY_ENGINE = {
  logged_case: ["staff_id", "day", "id", "role", "closely_supervised", "confirmed_by"],
  signed_result: [
    ...["staff_id", "day", "id", "scenario_id", "variant", "mode", "verdict", "signed_by"],
    "is_verified",
  ],
};

export const m0011Outlooks: Migration = {
  async up(database: Kysely<never>) {
    await database.schema
      .createTable("staff_outlook")
      .addColumn("staff_id", "text", (column) => column.primaryKey().references("staff.id"))
      .addColumn("made_of", "text", (column) => column.notNull())
      .addColumn("from_day", "bigint", (column) => column.notNull())
      .addColumn("to_day", "bigint", (column) => column.notNull())
      .addColumn("row_json", "text", (column) => column.notNull())
      .execute();
    for (const [table, columns] of Object.entries(READ_BY_ENGINE)) {
      await database.schema.dropIndex(`${table}_staff_day`).execute();
      const index = database.schema.createIndex(`${table}_staff_day`).on(table);
      await index.columns(columns).execute();
    }
  },
};
