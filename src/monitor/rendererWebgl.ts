/** The WebGL renderer, loaded only where there is a real GPU. The eval import serves the strict policy. */
import { WebGLRenderer } from "pixi.js";
import "pixi.js/graphics";
import "pixi.js/text";
import "pixi.js/unsafe-eval";
import type { RendererSetup, StripRenderer } from "./stripRenderer.ts";

export async function createWebglRenderer(setup: RendererSetup): Promise<StripRenderer> {
  const renderer = new WebGLRenderer();
  await renderer.init({ ...setup, manageImports: false, antialias: true });
  return renderer;
}
