/** What the API refuses before it looks at who is asking, and what it tells a browser to keep. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, type Caller, PASSWORD, startBench } from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";

describeOnBoth("the API", (databases) => {
  let bench: Bench;
  let administrator: Caller;

  beforeAll(async () => {
    bench = await startBench((await databases.open()).database);
    administrator = await bench.administrator();
  });
  afterAll(() => bench.close());

  const words = { email: "admin@example.org", password: PASSWORD };
  const signIn = (headers: Record<string, string> = {}, payload: object | string = words) =>
    bench.guest().send({ method: "POST", url: "/api/sign-in", payload, headers });

  test("the cookie is not for scripts and not for other sites", async () => {
    const { cookie } = await signIn();
    expect(cookie).toMatch(/^onbypass-sign-in=[\w-]{43};/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Strict");
    expect(cookie).toContain("Path=/");
  });

  test.each([
    ["another site", { origin: "https://evil.example.org" }],
    ["another port", { origin: "http://sim.example.org:8080" }],
    ["a page without an address", { origin: "null" }],
    ["nowhere", { origin: "" }],
  ])("a change asked for from %s is refused", async (_, headers) => {
    const answer = await signIn(headers);
    expect(answer).toMatchObject({ status: 403, body: { code: "access.origin" } });
    expect(answer.cookie).toBeUndefined();
  });

  test.each([
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, "email=a&password=b", 415],
    ["plain text", { "content-type": "text/plain" }, JSON.stringify(words), 415],
    ["broken JSON", { "content-type": "application/json" }, '{"email":', 422],
    ["too much", { "content-type": "application/json" }, `"${"x".repeat(70_000)}"`, 413],
    ["a list", { "content-type": "application/json" }, "[]", 422],
    ["stray fields", {}, { ...words, role: "administrator" }, 422],
    ["wrong types", {}, { email: 7, password: { length: 12 } }, 422],
    ["a poisoned prototype", { "content-type": "application/json" }, '{"__proto__":{"a":1}}', 422],
  ])("%s is refused with a problem", async (_, headers, payload, status) => {
    const answer = await signIn(headers, payload);
    expect(answer.status).toBe(status);
    expect(answer.body.sentence).toBeTruthy();
  });

  test("an address of the API that is not there is not a page", async () => {
    const answer = await administrator.send({
      method: "GET",
      url: "/api/nothing",
      headers: { accept: "text/html" },
    });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("<title>");
  });

  test("answers are not kept by browsers or proxies, and come under the page's policy", async () => {
    const reply = await bench.server.inject({ method: "GET", url: "/api/me" });
    expect(reply.headers["cache-control"]).toBe("no-store");
    expect(reply.headers["content-security-policy"]).toContain("default-src 'self'");
    expect(reply.headers["x-content-type-options"]).toBe("nosniff");
  });

  test("guessing a password is slowed down for the address and for the account", async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 30; attempt++) {
      const { status } = await bench.guest().send({
        method: "POST",
        url: "/api/sign-in",
        payload: { email: "victim@example.org", password: `guess number ${attempt}` },
        remoteAddress: `10.0.${attempt}.1`,
      });
      statuses.push(status);
    }
    expect(statuses.slice(0, 20)).not.toContain(429);
    expect(statuses.slice(20)).toEqual(Array.from({ length: 10 }, () => 429));
  });
});
