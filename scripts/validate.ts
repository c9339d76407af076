/**
 * Writes docs/validation from the running world: npx tsx scripts/validate.ts. With --check it writes
 * nothing and fails when a page is stale.
 */
import fs from "node:fs";
import path from "node:path";
import { bloodPage, pumpFailurePage } from "../tests/validation/pages.ts";

const FOLDER = path.resolve(import.meta.dirname, "../docs/validation");
const PAGES = { "a1.md": pumpFailurePage, "blood.md": bloodPage } as const;
const checking = process.argv.includes("--check");

fs.mkdirSync(FOLDER, { recursive: true });
for (const [name, page] of Object.entries(PAGES)) {
  const file = path.join(FOLDER, name);
  const text = page();
  const before = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  if (before === text) {
    process.stderr.write(`docs/validation/${name} is up to date\n`);
    continue;
  }
  if (checking) {
    process.stderr.write(`docs/validation/${name} is stale; run npx tsx scripts/validate.ts\n`);
    process.exitCode = 1;
  } else {
    fs.writeFileSync(file, text);
    process.stderr.write(`docs/validation/${name} written\n`);
  }
}
