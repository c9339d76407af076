/** Departments, accounts, sign-ins, invitations and the audit log. */
import type { Kysely, Migration } from "kysely";

export const m0001Accounts: Migration = {
  async up(database: Kysely<never>) {
    const { schema } = database;
    await schema
      .createTable("department")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull().unique())
      .addColumn("created_ms", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("account")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("department_id", "text", (column) => column.references("department.id"))
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("email", "text", (column) => column.notNull().unique())
      .addColumn("password_hash", "text")
      .addColumn("created_ms", "bigint", (column) => column.notNull())
      .addColumn("closed_ms", "bigint")
      .execute();
    await schema.createIndex("account_department").on("account").column("department_id").execute();
    await schema
      .createTable("sign_in")
      .addColumn("token_hash", "text", (column) => column.primaryKey())
      .addColumn("account_id", "text", (column) => column.notNull().references("account.id"))
      .addColumn("created_ms", "bigint", (column) => column.notNull())
      .addColumn("last_seen_ms", "bigint", (column) => column.notNull())
      .addColumn("expires_ms", "bigint", (column) => column.notNull())
      .execute();
    await schema.createIndex("sign_in_account").on("sign_in").column("account_id").execute();
    await schema
      .createTable("invitation")
      .addColumn("token_hash", "text", (column) => column.primaryKey())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("department_id", "text", (column) => column.references("department.id"))
      .addColumn("account_id", "text", (column) => column.references("account.id"))
      .addColumn("created_by", "text")
      .addColumn("created_ms", "bigint", (column) => column.notNull())
      .addColumn("expires_ms", "bigint", (column) => column.notNull())
      .addColumn("used_ms", "bigint")
      .execute();
    await schema
      .createTable("audit")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("at_ms", "bigint", (column) => column.notNull())
      .addColumn("actor_id", "text")
      .addColumn("department_id", "text")
      .addColumn("action", "text", (column) => column.notNull())
      .addColumn("target", "text", (column) => column.notNull())
      .addColumn("detail_json", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("audit_at").on("audit").columns(["department_id", "at_ms"]).execute();
  },
};
