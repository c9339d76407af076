/**
 * Which renderer the views use: WebGL on a real graphics processor, Canvas where the renderer is
 * software or missing, because there it is several times cheaper. `?renderer=` overrides.
 */
export type Renderer = "canvas" | "webgl";

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** The name of the renderer behind WebGL, or undefined when there is no WebGL. */
function webglRendererName(): string | undefined {
  const context = document.createElement("canvas").getContext("webgl");
  if (context === null) return undefined;
  const info = context.getExtension("WEBGL_debug_renderer_info");
  const name = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return String(name);
}

export function chooseRenderer(search: string, rendererName = webglRendererName): Renderer {
  const asked = new URLSearchParams(search).get("renderer");
  if (asked === "canvas" || asked === "webgl") return asked;
  const name = rendererName();
  return name === undefined || SOFTWARE.test(name) ? "canvas" : "webgl";
}
