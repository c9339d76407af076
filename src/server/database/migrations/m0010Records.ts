/** Staff, logbooks, signed results, rules, registers, certificates. */
import { type CreateTableBuilder, type Kysely, type Migration, sql } from "kysely";

type Builder = CreateTableBuilder<string, string>;
type ColumnKind = "text" | "bigint";

/** Columns as "name kind"; a question mark after the kind allows null. */
function withColumns(table: Builder, ...columns: readonly string[]): Builder {
  return columns.reduce((builder, column) => {
    const [name, kind] = column.split(" ");
    const isOptional = kind.endsWith("?");
    return builder.addColumn(name, kind.replace("?", "") as ColumnKind, (one) =>
      isOptional ? one : one.notNull(),
    );
  }, table);
}

const withId = (table: Builder): Builder =>
  table.addColumn("id", "text", (column) => column.primaryKey());

const ofDepartment = (table: Builder): Builder =>
  table.addColumn("department_id", "text", (column) =>
    column.notNull().references("department.id"),
  );

const ofStaff = (table: Builder): Builder =>
  table.addColumn("staff_id", "text", (column) => column.notNull().references("staff.id"));

async function addPeople(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await withColumns(
    schema
      .createTable("department_setting")
      .addColumn("department_id", "text", (column) =>
        column.primaryKey().references("department.id"),
      ),
    ...["time_zone text", "head_name text", "feed_secret text?", "digest bigint"],
    ...["digest_day bigint?", "is_demonstration bigint"],
  ).execute();
  await withColumns(
    ofDepartment(withId(schema.createTable("staff"))).addColumn("account_id", "text", (column) =>
      column.references("account.id").unique(),
    ),
    ...["name text", "credentials text", "revision bigint", "erased_ms bigint?"],
    "created_ms bigint",
  ).execute();
  await withColumns(
    ofStaff(withId(schema.createTable("employment"))),
    ...["from_day bigint", "to_day bigint?", "role text", "work_hundredths bigint"],
  ).execute();
  await withColumns(
    ofStaff(withId(schema.createTable("staff_leave"))),
    ...["from_day bigint", "to_day bigint"],
  ).execute();
}

async function addRecords(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await withColumns(
    ofStaff(withId(schema.createTable("logged_case"))),
    ...["day bigint", "role text", "procedure_name text", "closely_supervised bigint"],
    ...["supervisor text", "events_json text", "note text", "confirmation text"],
    ...["confirmed_by text?", "confirmed_ms bigint?", "created_ms bigint"],
  ).execute();
  await withColumns(
    ofStaff(withId(schema.createTable("signed_result"))),
    ...["day bigint", "scenario_id text", "variant text", "mode text", "verdict text"],
    ...["signed_by text?", "signer_name text", "is_verified bigint", "recording_id text?"],
    ...["engine_hash text", "record_hash text", "record_json text", "created_ms bigint"],
  ).execute();
  await withColumns(
    ofDepartment(withId(schema.createTable("policy_version"))),
    ...["from_day bigint", "policy_json text", "created_by text?", "created_ms bigint"],
  ).execute();
}

async function addThings(database: Kysely<never>): Promise<void> {
  const { schema } = database;
  await withColumns(
    ofDepartment(withId(schema.createTable("equipment"))),
    ...["kind text", "name text", "serial text", "place text", "state text"],
    ...["service_due_day bigint?", "safety_due_day bigint?"],
  ).execute();
  await withColumns(
    ofDepartment(withId(schema.createTable("store_item"))),
    ...["name text", "place text", "quantity bigint", "fetch_s bigint", "expires_day bigint?"],
  ).execute();
  await withColumns(
    ofStaff(ofDepartment(withId(schema.createTable("certificate")))),
    ...[
      "body_json text",
      "signature text",
      "key_id text",
      "issued_ms bigint",
      "revoked_ms bigint?",
    ],
  ).execute();
  await withColumns(
    withId(schema.createTable("evidence_key")),
    ...["purpose text", "public_pem text", "private_pem text", "created_ms bigint"],
  ).execute();
}

const INDEXES: Readonly<Record<string, string>> = {
  staff: "department_id",
  employment: "staff_id",
  staff_leave: "staff_id",
  policy_version: "department_id",
  equipment: "department_id",
  store_item: "department_id",
  certificate: "staff_id",
};

export const m0010Records: Migration = {
  async up(database: Kysely<never>) {
    await addPeople(database);
    await addRecords(database);
    await addThings(database);
    for (const [table, column] of Object.entries(INDEXES)) {
      await database.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
    }
    for (const table of ["logged_case", "signed_result"]) {
      const index = database.schema.createIndex(`${table}_staff_day`).on(table);
      await index.columns(["staff_id", "day"]).execute();
    }
    await sql`create unique index policy_version_from on policy_version (department_id, from_day)`.execute(
      database,
    );
  },
};
