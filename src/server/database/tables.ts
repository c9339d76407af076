/**
 * The tables as queries see them. Portable between SQLite and PostgreSQL: ids and JSON are text,
 * moments are whole milliseconds since 1970, yes and no are 1 and 0. Each part of the server adds
 * its own interface; what the tables look like on disk is in migrations/.
 */
import type { AccountTables } from "./accountTables.ts";
import type { RecordTables } from "./recordTables.ts";
import type { SessionTables } from "./sessionTables.ts";

export type Tables = AccountTables & RecordTables & SessionTables;
