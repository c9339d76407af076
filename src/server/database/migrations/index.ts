/**
 * Every step that has changed the tables, in order. A step that was released is never edited; a new
 * one goes to the end, under a name that sorts after the others.
 */
import type { Migration } from "kysely";
import { m0001Accounts } from "./m0001Accounts.ts";
import { m0002Sessions } from "./m0002Sessions.ts";
import { m0003SignedRecords } from "./m0003SignedRecords.ts";
import { m0010Records } from "./m0010Records.ts";
import { m0011Outlooks } from "./m0011Outlooks.ts";
import { m0012OutlooksAnew } from "./m0012OutlooksAnew.ts";
import { m0013RoomTime } from "./m0013RoomTime.ts";
import { m0014SecondRatings } from "./m0014SecondRatings.ts";
import { m0015Appeals } from "./m0015Appeals.ts";
import { m0016Assessors } from "./m0016Assessors.ts";
import { m0017RoomUptime } from "./m0017RoomUptime.ts";

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-accounts": m0001Accounts,
  "0002-sessions": m0002Sessions,
  "0003-signed-records": m0003SignedRecords,
  "0010-records": m0010Records,
  "0011-outlooks": m0011Outlooks,
  "0012-outlooks-anew": m0012OutlooksAnew,
  "0013-room-time": m0013RoomTime,
  "0014-second-ratings": m0014SecondRatings,
  "0015-appeals": m0015Appeals,
  "0016-assessors": m0016Assessors,
  "0017-room-uptime": m0017RoomUptime,
};
