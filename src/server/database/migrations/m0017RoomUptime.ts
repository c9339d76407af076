/**
 * How long the machine had been up when something reached a room, and since which start, so that a room
 * that is opened again knows how long nobody was there whatever the clock on the wall was set to.
 */
import type { Kysely, Migration } from "kysely";

export const m0017RoomUptime: Migration = {
  async up({ schema }: Kysely<never>) {
    for (const table of ["journal", "case_checkpoint"]) {
      await schema.alterTable(table).addColumn("steady_ms", "bigint").execute();
      await schema.alterTable(table).addColumn("boot_id", "text").execute();
    }
  },
};
