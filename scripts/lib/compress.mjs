/** Writes brotli and gzip files beside what is served, so that the server only has to pick one. */
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const TEXT = /\.(?:html|js|mjs|css|svg|json|webmanifest|txt|map|wav)$/;
const SMALLEST = 1024; // bytes; below this the headers outweigh what is saved

/**
 * @param {string} dir      the folder to work through
 * @param {string} [before] an earlier build whose compressed files are reused where bytes are equal
 */
export async function compressFolder(dir, before) {
  const names = fs.readdirSync(dir, { recursive: true, encoding: "utf8" });
  await Promise.all(
    names.filter((name) => TEXT.test(name)).map((name) => compressFile(dir, name, before)),
  );
}

/**
 * @param {string} dir
 * @param {string} name
 * @param {string} [before]
 */
export async function compressFile(dir, name, before) {
  const file = path.join(dir, name);
  const bytes = fs.readFileSync(file);
  if (bytes.length < SMALLEST) return;
  const old = before && path.join(before, name);
  if (old && [old, `${old}.br`, `${old}.gz`].every((one) => fs.existsSync(one))) {
    if (fs.readFileSync(old).equals(bytes)) {
      fs.copyFileSync(`${old}.br`, `${file}.br`);
      fs.copyFileSync(`${old}.gz`, `${file}.gz`);
      return;
    }
  }
  fs.writeFileSync(`${file}.br`, await brotli(bytes));
  fs.writeFileSync(`${file}.gz`, await gzip(bytes, { level: 9 }));
}
