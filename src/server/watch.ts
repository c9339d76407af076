/** For whoever watches the server: whether it works, and what it counts. */
import type { FastifyInstance } from "fastify";
import type { Database } from "./database/openDatabase.ts";
import type { Metrics } from "./metrics.ts";
import type { OpenRooms } from "./rooms/openRooms.ts";

interface Watched {
  readonly database: Database;
  readonly metrics: Metrics;
  readonly rooms: OpenRooms;
}

export function addWatch(server: FastifyInstance, { database, metrics, rooms }: Watched): void {
  server.get("/health", async (_request, reply) => {
    try {
      await database.selectFrom("department").select("id").limit(1).execute();
      return { status: "ok" };
    } catch {
      return reply.code(503).send({ status: "the database does not answer" });
    }
  });
  server.get("/metrics", async (_request, reply) => {
    const gauges = {
      open_rooms: rooms.count(),
      resident_bytes: process.memoryUsage().rss,
      uptime_seconds: Math.round(process.uptime()),
    };
    return reply.type("text/plain; version=0.0.4").send(metrics.text(gauges));
  });
}
