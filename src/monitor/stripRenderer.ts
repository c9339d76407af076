/** What the monitor needs of a renderer, whichever it is, and how one is had. */
import type { Container } from "pixi.js";

export interface RendererSetup {
  readonly width: number;
  readonly height: number;
  readonly resolution: number;
  readonly backgroundAlpha: number;
  readonly preferWebGLVersion?: 1 | 2;
}

export interface StripRenderer {
  readonly canvas: HTMLCanvasElement;
  resize(widthPx: number, heightPx: number, resolution?: number): void;
  render(stage: Container): void;
  destroy(): void;
}

/** WebGL falls back to canvas when there is no context to be had. */
export async function createStripRenderer(
  kind: "canvas" | "webgl",
  setup: RendererSetup,
): Promise<StripRenderer> {
  if (kind === "webgl") {
    try {
      const { createWebglRenderer } = await import("./rendererWebgl.ts");
      return await createWebglRenderer(setup);
    } catch (error) {
      console.warn("The monitor draws without WebGL:", error);
    }
  }
  const { createCanvasRenderer } = await import("./rendererCanvas.ts");
  return createCanvasRenderer(setup);
}
