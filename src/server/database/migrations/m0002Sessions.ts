/** Supervised sessions: participants, the case log as it arrived, and the journal. */
import type { Kysely, Migration } from "kysely";

async function createLogs({ schema }: Kysely<never>): Promise<void> {
  await schema
    .createTable("case_entry")
    .addColumn("session_id", "text", (column) => column.notNull().references("session.id"))
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("tick", "integer", (column) => column.notNull())
    .addColumn("entry_json", "text", (column) => column.notNull())
    .addColumn("chain_hex", "text", (column) => column.notNull())
    .addColumn("received_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("case_entry_key", ["session_id", "sequence"])
    .execute();
  await schema
    .createTable("case_checkpoint")
    .addColumn("session_id", "text", (column) => column.notNull().references("session.id"))
    .addColumn("tick", "integer", (column) => column.notNull())
    .addColumn("hash_hex", "text", (column) => column.notNull())
    .addColumn("head_hex", "text", (column) => column.notNull())
    .addColumn("received_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("case_checkpoint_key", ["session_id", "tick"])
    .execute();
  await schema
    .createTable("journal")
    .addColumn("session_id", "text", (column) => column.notNull().references("session.id"))
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("tick", "integer", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("participant_id", "text", (column) => column.notNull())
    .addColumn("detail_json", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("journal_key", ["session_id", "sequence"])
    .execute();
}

export const m0002Sessions: Migration = {
  async up(database: Kysely<never>) {
    const { schema } = database;
    await schema
      .createTable("session")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("department_id", "text", (column) => column.notNull().references("department.id"))
      .addColumn("created_by", "text", (column) => column.notNull().references("account.id"))
      .addColumn("join_code", "text", (column) => column.unique())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("scenario_id", "text", (column) => column.notNull())
      .addColumn("mode", "text", (column) => column.notNull())
      .addColumn("engine_hash", "text", (column) => column.notNull())
      .addColumn("case_setup_json", "text", (column) => column.notNull())
      .addColumn("withheld_json", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("trainee_account_id", "text", (column) => column.references("account.id"))
      .addColumn("writer_device", "text")
      .addColumn("created_ms", "bigint", (column) => column.notNull())
      .addColumn("started_ms", "bigint")
      .addColumn("ended_ms", "bigint")
      .execute();
    await schema
      .createIndex("session_department")
      .on("session")
      .columns(["department_id", "created_ms"])
      .execute();
    await schema
      .createTable("participant")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("session_id", "text", (column) => column.notNull().references("session.id"))
      .addColumn("account_id", "text", (column) => column.references("account.id"))
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("token_hash", "text", (column) => column.notNull().unique())
      .addColumn("joined_ms", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("participant_session")
      .on("participant")
      .column("session_id")
      .execute();
    await createLogs(database);
  },
};
