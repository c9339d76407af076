/**
 * The canvas renderer alone, in a chunk of its own: with a software GPU it is several times cheaper.
 * It generates no code, so the check that asks for eval is answered here instead of by the
 * "pixi.js/unsafe-eval" package, which would bring all of WebGL and WebGPU along.
 */
import { CanvasRenderer } from "pixi.js";
import "pixi.js/graphics";
import "pixi.js/text";
import type { RendererSetup, StripRenderer } from "./stripRenderer.ts";

class PolicySafeCanvasRenderer extends CanvasRenderer {
  override _unsafeEvalCheck(): void {
    // nothing to refuse: drawing on a 2D canvas needs no generated code
  }
}

export async function createCanvasRenderer(setup: RendererSetup): Promise<StripRenderer> {
  const renderer = new PolicySafeCanvasRenderer();
  await renderer.init({ ...setup, manageImports: false });
  return renderer;
}
