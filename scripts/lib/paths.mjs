/** Where things are. Everything is relative to the repository, wherever it was cloned. */
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");
export const DIST = path.join(ROOT, "dist");
export const APP_DIR = path.join(DIST, "app");
export const BUILT_ENGINES_DIR = path.join(DIST, "engines");

/** The data folder: what must outlive a build. ONBYPASS_DATA moves it. */
export const DATA_DIR = path.resolve(ROOT, process.env.ONBYPASS_DATA ?? "data");
export const KEPT_ENGINES_DIR = path.join(DATA_DIR, "engines");
