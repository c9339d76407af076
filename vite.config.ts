/**
 * How the browser app is built. The world itself is not in this bundle: it is the engine artefact
 * of scripts/build-engine.mjs, which the page loads by hash from /engines/.
 */
import path from "node:path";
import { defineConfig, type Plugin } from "vite";

/**
 * Phaser's own core build instead of the whole engine: the console draws with images, canvas
 * textures and one graphics layer, and needs neither physics nor tile maps nor sound. Phaser's
 * sources ask for features by `typeof NAME`; its own bundler answers them the same way.
 */
const PHASER_SOURCES = path.resolve(import.meta.dirname, "node_modules/phaser/src");
const PHASER_FEATURES: Readonly<Record<string, boolean>> = {
  CANVAS_RENDERER: true,
  WEBGL_RENDERER: true,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
};

const phaserCore: Plugin = {
  name: "phaser-core",
  transform(code, id) {
    if (!id.startsWith(PHASER_SOURCES)) return null;
    const asked = new RegExp(`typeof (${Object.keys(PHASER_FEATURES).join("|")})\\b`, "g");
    return {
      code: code.replace(asked, (_, name: string) => String(PHASER_FEATURES[name])),
      map: null,
    };
  },
};

export default defineConfig({
  plugins: [phaserCore],
  resolve: { alias: { phaser: path.join(PHASER_SOURCES, "phaser-core.js") } },
  define: { global: "globalThis" },
  build: {
    outDir: "dist/app",
    target: "es2022",
    // The page's policy allows neither data: fonts nor inline scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500, // Phaser's core alone is about 780 KiB before compression
    reportCompressedSize: false,
  },
  worker: { format: "es" },
});
