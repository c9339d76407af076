/** The data folder: what must outlive a build. ONBYPASS_DATA moves it. */
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");
export const DATA_DIR = path.resolve(ROOT, process.env["ONBYPASS_DATA"] ?? "data");
