/** A server with a fresh database, and people who call its API as a browser would. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { createFirstInvitation } from "../../src/server/accounts/invitations.ts";
import { buildServer, type ServerOptions } from "../../src/server/buildServer.ts";
import type { Database } from "../../src/server/database/openDatabase.ts";
import { openSigningKey } from "../../src/server/signing/ed25519.ts";

export const PASSWORD = "four quiet words here";
const HOST = "sim.example.org";

export interface Answer {
  readonly status: number;
  // What an answer holds is what each test asserts.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly cookie: string | undefined;
}

export interface Bench {
  readonly server: FastifyInstance;
  readonly database: Database;
  /** Where the app and its engines are. */
  readonly folder: string;
  /** Moves the server's clock on. */
  pass(ms: number): void;
  guest(): Caller;
  /** The administrator, made by the first link. */
  administrator(): Promise<Caller>;
  close(): Promise<void>;
}

export interface Caller {
  get(url: string): Promise<Answer>;
  post(url: string, body?: unknown): Promise<Answer>;
  patch(url: string, body: unknown): Promise<Answer>;
  /** Anything else a test wants to send. */
  send(options: InjectOptions): Promise<Answer>;
  cookie(): string | undefined;
}

let addressCount = 0;

/** Each caller sits at an address of its own, so that limits by address count one caller alone. */
function callerOn(server: FastifyInstance): Caller {
  addressCount += 1;
  const remoteAddress = `10.${(addressCount >> 16) & 255}.${(addressCount >> 8) & 255}.${addressCount & 255}`;
  let cookie: string | undefined;
  const send = async (options: InjectOptions): Promise<Answer> => {
    const headers = { host: HOST, origin: `http://${HOST}`, ...(cookie && { cookie }) };
    const reply = await server.inject({
      remoteAddress,
      ...options,
      headers: { ...headers, ...options.headers },
    });
    const given = reply.headers["set-cookie"];
    const header = Array.isArray(given) ? given[0] : given;
    if (header !== undefined) {
      const [pair] = header.split(";");
      cookie = pair.endsWith("=") ? undefined : pair;
    }
    const isJson = String(reply.headers["content-type"]).includes("json");
    return { status: reply.statusCode, body: isJson ? reply.json() : reply.body, cookie: header };
  };
  return {
    send,
    get: (url) => send({ method: "GET", url }),
    post: (url, body = {}) => send({ method: "POST", url, payload: body as object }),
    patch: (url, body) => send({ method: "PATCH", url, payload: body as object }),
    cookie: () => cookie,
  };
}

/** @param settings of the server, beyond what every bench needs */
export async function startBench(
  database: Database,
  settings: Partial<ServerOptions> = {},
): Promise<Bench> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-bench-"));
  fs.writeFileSync(path.join(folder, "index.html"), "<title>OnBypass</title>");
  const key = openSigningKey(folder);
  let nowMs = 1_800_000_000_000;
  const server = await buildServer({
    appDir: folder,
    engineDirs: [folder],
    database,
    key,
    nowMs: () => nowMs,
    steadyMs: () => nowMs,
    ...settings,
  });
  return {
    server,
    database,
    folder,
    pass(ms) {
      nowMs += ms;
    },
    guest: () => callerOn(server),
    async administrator() {
      const secret = await createFirstInvitation(database, nowMs);
      if (secret === undefined) throw new Error("The administrator is there already.");
      const caller = callerOn(server);
      const person = { name: "Ann Admin", email: "admin@example.org", password: PASSWORD };
      await caller.post("/api/invitation/accept", { secret, ...person });
      return caller;
    },
    async close() {
      await server.close();
      fs.rmSync(folder, { recursive: true });
    },
  };
}

const DEPARTMENT_ROLES = ["trainee", "supervisor", "head"] as const;
type DepartmentRole = (typeof DEPARTMENT_ROLES)[number];

/** A department with one person in it for each role that was asked for. */
export interface Staff {
  readonly departmentId: string;
  readonly people: Readonly<Record<DepartmentRole, Caller & { readonly id: string }>>;
}

export async function staffDepartment(
  bench: Bench,
  administrator: Caller,
  name: string,
  roles: readonly DepartmentRole[] = DEPARTMENT_ROLES,
): Promise<Staff> {
  const { body } = await administrator.post("/api/departments", { name });
  const departmentId = String(body.id);
  const join = async (role: DepartmentRole) => {
    const url = `/api/departments/${departmentId}/invitations`;
    const { secret } = (await administrator.post(url, { role })).body;
    const caller = bench.guest();
    const email = `${role}@${name.toLowerCase().replaceAll(" ", "-")}.example.org`;
    const person = { name: `${name} ${role}`, email, password: PASSWORD };
    const made = await caller.post("/api/invitation/accept", { secret, ...person });
    return [role, { ...caller, id: String(made.body.id) }] as const;
  };
  const joined = await Promise.all(roles.map(join));
  return { departmentId, people: Object.fromEntries(joined) as Staff["people"] };
}
