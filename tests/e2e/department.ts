/** People of a department on a server of a test's own, each with a browser context, and a session of theirs. */
import { type BrowserContext, expect, type Page } from "@playwright/test";
import type { OwnServer } from "./ownServer.ts";
import { DRAWN_QUERY } from "./theatre.ts";

export interface Department {
  readonly id: string;
  /** Posts as whoever is signed in there. */
  post(context: BrowserContext, url: string, data?: object): Promise<Record<string, string>>;
  /** Invites somebody and lets them use the link. */
  join(context: BrowserContext, role: string, name: string): Promise<void>;
  open(context: BrowserContext, hash: string): Promise<Page>;
}

/** The administrator comes by the server's first link and makes a department. */
export async function makeDepartment(
  server: OwnServer,
  administrator: BrowserContext,
): Promise<Department> {
  const post = async (context: BrowserContext, url: string, data: object = {}) => {
    const headers = { origin: server.origin };
    const reply = await context.request.post(`${server.origin}${url}`, { data, headers });
    expect(reply.ok(), await reply.text()).toBe(true);
    return (await reply.json()) as Record<string, string>;
  };
  const accept = (context: BrowserContext, secret: string, name: string) => {
    const data = { secret, name, email: `${name}@example.org`, password: "four quiet words here" };
    return post(context, "/api/invitation/accept", data);
  };
  await accept(administrator, server.firstLink.split("/").at(-1) as string, "ann");
  const id = String((await post(administrator, "/api/departments", { name: "Heart unit" }))["id"]);
  return {
    id,
    post,
    async join(context, role, name) {
      const url = `/api/departments/${id}/invitations`;
      const { secret } = await post(administrator, url, { role });
      await accept(context, String(secret), name);
    },
    async open(context, hash) {
      const page = await context.newPage();
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${server.origin}/${DRAWN_QUERY}#${hash}`);
      return page;
    },
  };
}

export interface StartedSession {
  readonly sessionId: string;
  readonly supervisor: Page;
  readonly trainee: Page;
}

/** A session of that scenario that runs, on the pages of a supervisor and a trainee who are signed in. */
export async function startSession(
  department: Department,
  { forSupervisor, forTrainee }: Readonly<Record<"forSupervisor" | "forTrainee", BrowserContext>>,
  scenarioId: string,
): Promise<StartedSession> {
  const url = `/api/departments/${department.id}/sessions`;
  const wish = { scenarioId, variant: "a", seed: 29, mode: "practice" };
  const { id, joinCode } = await department.post(forSupervisor, url, wish);
  const sessionId = String(id);
  const supervisor = await department.open(forSupervisor, "/assess");
  await supervisor.getByRole("button", { name: /^Open: / }).click();
  const trainee = await department.open(forTrainee, `/join/${joinCode}`);
  await trainee.getByRole("button", { name: "Join", exact: true }).click();
  await supervisor.getByRole("button", { name: "Start the case" }).click({ timeout: 60_000 });
  for (const page of [trainee, supervisor]) await machineStands(page);
  return { sessionId, supervisor, trainee };
}

export const machineStands = (page: Page): Promise<void> =>
  expect(page.getByRole("group", { name: "Heart-lung machine" })).toBeVisible({ timeout: 60_000 });
