/** Signed results, whole and with the columns that a department's lists are made from. */
import type { Kysely, Migration } from "kysely";

export const m0003SignedRecords: Migration = {
  async up({ schema }: Kysely<never>) {
    await schema
      .createTable("signed_record")
      .addColumn("id", "text", (column) => column.primaryKey().references("session.id"))
      .addColumn("department_id", "text", (column) => column.notNull().references("department.id"))
      .addColumn("trainee_account_id", "text", (column) => column.references("account.id"))
      .addColumn("signer_id", "text", (column) => column.notNull().references("account.id"))
      .addColumn("scenario_id", "text", (column) => column.notNull())
      .addColumn("variant", "text", (column) => column.notNull())
      .addColumn("mode", "text", (column) => column.notNull())
      .addColumn("outcome", "text", (column) => column.notNull())
      .addColumn("points_fraction", "double precision", (column) => column.notNull())
      .addColumn("engine_hash", "text", (column) => column.notNull())
      .addColumn("signed_ms", "bigint", (column) => column.notNull())
      .addColumn("record_json", "text", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("signed_record_person")
      .on("signed_record")
      .columns(["trainee_account_id", "signed_ms"])
      .execute();
    await schema
      .createIndex("signed_record_department")
      .on("signed_record")
      .columns(["department_id", "signed_ms"])
      .execute();
  },
};
