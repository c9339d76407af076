/** The app as files: the built pages, and the engines by hash. */
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

/** Where the built files are. */
export interface ServerFolders {
  readonly appDir: string;
  /** Searched in order: what was just built, then every engine that was ever kept. */
  readonly engineDirs: readonly string[];
}

const FOREVER = "public, max-age=31536000, immutable"; // one year, for names that hold a hash
const ASK_AGAIN = "no-cache";

/** Names that hold a hash of their content never change what they mean. */
const isNamedByHash = (file: string): boolean =>
  /[\\/]assets[\\/]|[\\/]engine-[0-9a-f]{16}\.mjs/.test(file);

function setCacheControl(reply: FastifyReply, file: string): void {
  reply.header("cache-control", isNamedByHash(file) ? FOREVER : ASK_AGAIN);
}

/** Serves the folders, and the app for every address of its own routing. */
export async function addStaticFiles(
  server: FastifyInstance,
  folders: ServerFolders,
): Promise<void> {
  const shared = { preCompressed: true, cacheControl: false, setHeaders: setCacheControl };
  await server.register(fastifyStatic, {
    ...shared,
    root: [...folders.engineDirs],
    prefix: "/engines/",
    index: false,
    decorateReply: false,
    allowedPath: (path) => /^\/(?:current\.json|engine-[0-9a-f]{16}\.mjs)$/.test(path),
  });
  await server.register(fastifyStatic, { ...shared, root: folders.appDir });

  // A page address that the app's own routing made, opened directly, gets the app.
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.headers.accept?.includes("text/html") === true;
    const isFile =
      /\.\w+$/.test(request.url.split("?")[0]) || /^\/(?:engines|api)\//.test(request.url);
    if (request.method === "GET" && wantsPage && !isFile) return reply.sendFile("index.html");
    return reply.code(404).type("text/plain; charset=utf-8").send("There is nothing here.\n");
  });
}
