/** What every query may rely on, whichever database is behind it. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { isDuplicate } from "../../src/server/database/duplicate.ts";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { describeOnBoth } from "../support/databases.ts";

const ward = { id: "d1", name: "Ward", created_ms: 1_795_691_798_381 };

describeOnBoth("the database", (databases) => {
  test("opens twice, with its tables made once and what was written still there", async () => {
    const choice = await databases.choose();
    const first = await openDatabase(choice);
    await first.database.insertInto("department").values(ward).execute();
    await first.close();
    const second = await openDatabase(choice);
    const kept = await second.database.selectFrom("department").selectAll().execute();
    await second.close();
    expect(kept).toEqual([ward]);
  });

  test("gives a moment back as the number it was", async () => {
    const { database } = await databases.open();
    await database.insertInto("department").values(ward).execute();
    const { created_ms } = await database
      .selectFrom("department")
      .select("created_ms")
      .executeTakeFirstOrThrow();
    expect(created_ms).toBe(ward.created_ms);
  });

  test("tells a key that is there already from any other failure", async () => {
    const { database } = await databases.open();
    await database.insertInto("department").values(ward).execute();
    const again = database.insertInto("department").values(ward).execute();
    expect(isDuplicate(await again.catch((error: unknown) => error))).toBe(true);
    const sameName = database
      .insertInto("department")
      .values({ ...ward, id: "d2" })
      .execute();
    expect(isDuplicate(await sameName.catch((error: unknown) => error))).toBe(true);
    const nonsense = sql`select * from nowhere`.execute(database);
    expect(isDuplicate(await nonsense.catch((error: unknown) => error))).toBe(false);
  });

  test("forgets a transaction that failed", async () => {
    const { database } = await databases.open();
    const work = database.transaction().execute(async (transaction) => {
      await transaction.insertInto("department").values(ward).execute();
      throw new Error("stopped");
    });
    await expect(work).rejects.toThrow("stopped");
    expect(await database.selectFrom("department").selectAll().execute()).toEqual([]);
  });

  test("keeps an account from naming a department that is not there", async () => {
    const { database } = await databases.open();
    const stray = database
      .insertInto("account")
      .values({
        id: "a1",
        department_id: "nowhere",
        role: "trainee",
        name: "Ada",
        email: "ada@example.org",
        password_hash: null,
        created_ms: 1,
        closed_ms: null,
      })
      .execute();
    await expect(stray).rejects.toThrow(/foreign key/i);
  });
});
