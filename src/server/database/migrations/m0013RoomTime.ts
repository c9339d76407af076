/**
 * When something reached a room by the room's own clock, beside the wall's, which may be set. What was
 * kept before this has the wall's time alone.
 */
import type { Kysely, Migration } from "kysely";

export const m0013RoomTime: Migration = {
  async up({ schema }: Kysely<never>) {
    for (const table of ["journal", "case_checkpoint"]) {
      await schema.alterTable(table).addColumn("clock_ms", "bigint").execute();
    }
  },
};
