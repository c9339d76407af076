/**
 * The app as files: the built pages, and the engines by hash. No state, no accounts; live sessions
 * and records join it later as plugins of the same server.
 */
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyInstance, type FastifyReply } from "fastify";

/** Where the built files are. */
export interface ServerFolders {
  readonly appDir: string;
  /** Searched in order: what was just built, then every engine that was ever kept. */
  readonly engineDirs: readonly string[];
}

/** What a page may load. No eval anywhere; styles may be set on elements, as the canvas needs it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const FOREVER = "public, max-age=31536000, immutable"; // one year, for names that hold a hash
const ASK_AGAIN = "no-cache";

/** Names that hold a hash of their content never change what they mean. */
const isNamedByHash = (file: string): boolean =>
  /[\\/]assets[\\/]|[\\/]engine-[0-9a-f]{16}\.mjs/.test(file);

function setCacheControl(reply: FastifyReply, file: string): void {
  reply.header("cache-control", isNamedByHash(file) ? FOREVER : ASK_AGAIN);
}

/** Builds the server without listening, so that a test can inject requests. */
export function buildServer(folders: ServerFolders): FastifyInstance {
  const server = fastify({ forceCloseConnections: true });

  server.addHook("onSend", async (_request, reply) => {
    reply.headers({
      "content-security-policy": CONTENT_SECURITY_POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
  });

  const shared = { preCompressed: true, cacheControl: false, setHeaders: setCacheControl };
  void server.register(fastifyStatic, {
    ...shared,
    root: [...folders.engineDirs],
    prefix: "/engines/",
    index: false,
    decorateReply: false,
    allowedPath: (path) => /^\/(?:current\.json|engine-[0-9a-f]{16}\.mjs)$/.test(path),
  });
  void server.register(fastifyStatic, { ...shared, root: folders.appDir });

  // A page address that the app's own routing made, opened directly, gets the app.
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.headers.accept?.includes("text/html") === true;
    const isFile = /\.\w+$/.test(request.url.split("?")[0]) || request.url.startsWith("/engines/");
    if (request.method === "GET" && wantsPage && !isFile) return reply.sendFile("index.html");
    return reply.code(404).type("text/plain; charset=utf-8").send("There is nothing here.\n");
  });
  return server;
}
