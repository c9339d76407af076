/** From the first link to a department whose people sign in, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFirstInvitation } from "../../src/server/accounts/invitations.ts";
import {
  type Bench,
  type Caller,
  PASSWORD,
  staffDepartment,
  startBench,
} from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describeOnBoth("accounts", (databases) => {
  let bench: Bench;
  let administrator: Caller;

  beforeAll(async () => {
    bench = await startBench((await databases.open()).database);
    administrator = await bench.administrator();
  });
  afterAll(() => bench.close());

  const signIn = (email: string, password = PASSWORD) => {
    const caller = bench.guest();
    return caller.post("/api/sign-in", { email, password }).then((answer) => ({ caller, answer }));
  };
  const invite = async (departmentId: string, role = "trainee"): Promise<string> => {
    const url = `/api/departments/${departmentId}/invitations`;
    return (await administrator.post(url, { role })).body.secret;
  };

  test("the first link makes the administrator and no second one is given", async () => {
    expect((await administrator.get("/api/me")).body.account).toMatchObject({
      role: "administrator",
      departmentId: null,
      name: "Ann Admin",
    });
    expect(await createFirstInvitation(bench.database, Date.now())).toBeUndefined();
  });

  test("a guest is told that nobody is signed in", async () => {
    const answer = await bench.guest().get("/api/me");
    expect(answer).toMatchObject({ status: 200, body: { account: null } });
  });

  test("a link makes one account and is used up", async () => {
    const { departmentId } = await staffDepartment(bench, administrator, "One Link", []);
    const secret = await invite(departmentId);
    const person = { name: "Tia", email: "Tia@Example.org ", password: PASSWORD };
    const read = await bench.guest().post("/api/invitation", { secret });
    expect(read.body).toMatchObject({
      kind: "invite",
      role: "trainee",
      departmentName: "One Link",
    });
    const caller = bench.guest();
    expect((await caller.post("/api/invitation/accept", { secret, ...person })).status).toBe(200);
    expect((await caller.get("/api/me")).body.account.email).toBe("tia@example.org");
    const other = { ...person, email: "other@example.org" };
    const again = await bench.guest().post("/api/invitation/accept", { secret, ...other });
    expect(again).toMatchObject({ status: 404, body: { code: "invitation.unknown" } });
  });

  test("of two who use a link at once, one gets the account", async () => {
    const { departmentId } = await staffDepartment(bench, administrator, "Race", []);
    const secret = await invite(departmentId);
    const tries = ["a", "b", "c"].map((name) => {
      const person = { name, email: `${name}@race.example.org`, password: PASSWORD };
      return bench.guest().post("/api/invitation/accept", { secret, ...person });
    });
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  test("a link is too old after a week", async () => {
    const { departmentId } = await staffDepartment(bench, administrator, "Old Link", []);
    const secret = await invite(departmentId);
    bench.pass(7 * DAY_MS + 1);
    const read = await bench.guest().post("/api/invitation", { secret });
    expect(read.body.code).toBe("invitation.unknown");
    administrator = (await signIn("admin@example.org")).caller;
  });

  test("an address that is taken makes no second account", async () => {
    const { departmentId } = await staffDepartment(bench, administrator, "Taken", ["trainee"]);
    const secret = await invite(departmentId);
    const person = { name: "X", email: "trainee@taken.example.org", password: PASSWORD };
    const answer = await bench.guest().post("/api/invitation/accept", { secret, ...person });
    expect(answer).toMatchObject({ status: 409, body: { code: "account.taken" } });
    // The link was not used up by it.
    expect((await bench.guest().post("/api/invitation", { secret })).status).toBe(200);
  });

  describe("signing in", () => {
    test("takes the right password and refuses the wrong one with the same words", async () => {
      await staffDepartment(bench, administrator, "Sign In", ["trainee"]);
      const right = await signIn("Trainee@sign-in.example.org");
      expect(right.answer.status).toBe(200);
      const wrong = await signIn("trainee@sign-in.example.org", "another phrase");
      const nobody = await signIn("nobody@sign-in.example.org");
      expect(wrong.answer).toMatchObject({ status: 422, body: { code: "signIn.refused" } });
      expect(nobody.answer.body).toEqual(wrong.answer.body);
    });

    test("ends after twelve hours, and after two without use", async () => {
      await staffDepartment(bench, administrator, "Hours", ["trainee"]);
      const { caller } = await signIn("trainee@hours.example.org");
      for (let hours = 1; hours < 12; hours++) {
        bench.pass(HOUR_MS);
        expect((await caller.get("/api/me")).body.account).not.toBeNull();
      }
      bench.pass(HOUR_MS + 1);
      expect((await caller.get("/api/me")).body.account).toBeNull();
      const { caller: idle } = await signIn("trainee@hours.example.org");
      bench.pass(2 * HOUR_MS + 1);
      expect((await idle.get("/api/me")).body.account).toBeNull();
      administrator = (await signIn("admin@example.org")).caller;
    });

    test("is ended by signing out, and everywhere else at a word", async () => {
      await staffDepartment(bench, administrator, "Out", ["trainee"]);
      const { caller: one } = await signIn("trainee@out.example.org");
      const { caller: other } = await signIn("trainee@out.example.org");
      const secret = one.cookie() as string;
      await other.post("/api/me/sign-out-everywhere");
      expect((await one.get("/api/me")).body.account).toBeNull();
      expect((await other.get("/api/me")).body.signInCount).toBe(1);
      await other.post("/api/sign-out");
      expect((await other.get("/api/me")).body.account).toBeNull();
      const thief = bench.guest();
      const replayed = await thief.send({
        method: "GET",
        url: "/api/me",
        headers: { cookie: secret },
      });
      expect(replayed.body.account).toBeNull();
    });

    test("a new password ends what the old one opened", async () => {
      await staffDepartment(bench, administrator, "New Words", ["trainee"]);
      const { caller } = await signIn("trainee@new-words.example.org");
      const { caller: other } = await signIn("trainee@new-words.example.org");
      const words = { oldPassword: PASSWORD, newPassword: "quite another phrase" };
      const wrong = await caller.post("/api/me/password", { ...words, oldPassword: "guess guess" });
      expect(wrong.body.code).toBe("signIn.refused");
      expect((await caller.post("/api/me/password", words)).status).toBe(200);
      expect((await caller.get("/api/me")).body.account).not.toBeNull();
      expect((await other.get("/api/me")).body.account).toBeNull();
      expect((await signIn("trainee@new-words.example.org")).answer.status).toBe(422);
    });

    test("a closed account opens nothing more", async () => {
      const { people } = await staffDepartment(bench, administrator, "Closed", ["head", "trainee"]);
      await people.head.post(`/api/accounts/${people.trainee.id}/close`);
      expect((await people.trainee.get("/api/me")).body.account).toBeNull();
      expect((await signIn("trainee@closed.example.org")).answer.status).toBe(422);
      const self = await people.head.post(`/api/accounts/${people.head.id}/close`);
      expect(self.body.code).toBe("account.self");
    });

    test("a head's link sets a forgotten password anew", async () => {
      const { people } = await staffDepartment(bench, administrator, "Forgot", ["head", "trainee"]);
      const url = `/api/accounts/${people.trainee.id}/password-link`;
      const { secret } = (await people.head.post(url)).body;
      const person = { name: "-", email: "ignored@example.org", password: "new and quite long" };
      const answer = await bench.guest().post("/api/invitation/accept", { secret, ...person });
      expect(answer.body.id).toBe(people.trainee.id);
      const { answer: again } = await signIn("trainee@forgot.example.org", "new and quite long");
      expect(again.body.account.id).toBe(people.trainee.id);
    });
  });

  test.each([
    ["short", "123456789", "password.short"],
    ["used by everybody", "1234567890", "password.common"],
    ["one letter over and over", "aaaaaaaaaaaa", "password.common"],
    ["the address itself", "weak@example.org", "password.common"],
    ["endless", "long ".repeat(50), "password.long"],
  ])("a password that is %s is refused", async (_, password, code) => {
    const { departmentId } = await staffDepartment(bench, administrator, `Weak ${code} ${_}`, []);
    const secret = await invite(departmentId);
    const person = { name: "W", email: "weak@example.org", password };
    const answer = await bench.guest().post("/api/invitation/accept", { secret, ...person });
    expect(answer.body.code).toBe(code);
  });

  test("nobody invites somebody who may do more", async () => {
    const { departmentId, people } = await staffDepartment(bench, administrator, "Ladder", [
      "supervisor",
      "head",
    ]);
    const url = `/api/departments/${departmentId}/invitations`;
    expect((await people.supervisor.post(url, { role: "trainee" })).status).toBe(200);
    expect((await people.supervisor.post(url, { role: "head" })).status).toBe(403);
    expect((await people.head.post(url, { role: "head" })).status).toBe(200);
    expect((await people.head.post(url, { role: "administrator" })).status).toBe(422);
  });

  test("the database holds neither passwords nor secrets of cookies and links", async () => {
    const { departmentId, people } = await staffDepartment(bench, administrator, "Secrets", [
      "head",
    ]);
    const secret = await invite(departmentId);
    const cookie = (people.head.cookie() as string).split("=")[1];
    const tables = ["account", "sign_in", "invitation", "audit"] as const;
    const rows = await Promise.all(
      tables.map((table) => bench.database.selectFrom(table).selectAll().execute()),
    );
    const text = JSON.stringify(rows);
    expect(text).toContain("$argon2id$");
    for (const hidden of [PASSWORD, secret, cookie]) expect(text).not.toContain(hidden);
  });

  test("what heads do is on record, by name and without secrets", async () => {
    const { departmentId, people } = await staffDepartment(bench, administrator, "Record", [
      "head",
      "trainee",
    ]);
    bench.pass(1);
    await people.head.patch(`/api/accounts/${people.trainee.id}`, { role: "supervisor" });
    const { lines } = (await people.head.get(`/api/departments/${departmentId}/audit`)).body;
    expect(lines[0]).toMatchObject({
      actorName: "Record head",
      action: "account.changed",
      target: people.trainee.id,
      detail: { role: "supervisor" },
    });
    expect(JSON.stringify(lines)).not.toContain("example.org");
  });
});
