/** Sessions that keep something at the same moment: one wait for the disk, and each its own fate. */
import { expect, test } from "vitest";
import { createGroupCommit, type Write } from "../../src/server/database/groupCommit.ts";
import { describeOnBoth } from "../support/databases.ts";

const MESSAGE_COUNT = 20;

describeOnBoth("sessions that commit together", (databases) => {
  const begin = async () => {
    const { database } = await databases.open();
    const groups: number[] = [];
    const write: Write<string> = async (work, ids) => {
      groups.push(ids.length);
      const rows = ids.map((id) => ({ id, name: id, created_ms: 0 }));
      await work.insertInto("department").values(rows).execute();
    };
    const kept = async () => {
      const rows = await database.selectFrom("department").select("id").orderBy("id").execute();
      return rows.map(({ id }) => id);
    };
    return { commit: createGroupCommit(database, write), groups, kept };
  };

  test("messages that come one after another wait for the disk together", async () => {
    const { commit, groups, kept } = await begin();
    const ids = Array.from({ length: MESSAGE_COUNT }, (_, at) => `d${10 + at}`);
    await Promise.all(
      ids.map(
        (id) =>
          new Promise<void>((resolve, reject) => {
            // As sockets give them: each in a turn of its own.
            setTimeout(() => void commit(id).then(resolve, reject), 0);
          }),
      ),
    );
    expect(await kept()).toEqual(ids);
    expect(groups.length).toBeLessThan(MESSAGE_COUNT / 2);
  });

  test("one that cannot be kept is told so, and takes no other with it", async () => {
    const { commit, kept } = await begin();
    await commit("taken");
    const outcomes = await Promise.allSettled(["one", "taken", "two"].map((id) => commit(id)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await kept()).toEqual(["one", "taken", "two"]);
  });
});
