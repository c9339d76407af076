/**
 * How the browser app is built. The world itself is not in this bundle: it is the engine artefact
 * of scripts/build-engine.mjs, which the page loads by hash from /engines/.
 */
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "dist/app",
    target: "es2022",
    // The page's policy allows neither data: fonts nor inline scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500, // Phaser alone is about 1,335 KiB before compression
    reportCompressedSize: false,
  },
  worker: { format: "es" },
});
