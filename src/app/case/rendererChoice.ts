/**
 * Which renderer the views use: WebGL on a real graphics processor, Canvas where the renderer is
 * software or missing, because there it is several times cheaper. `?renderer=` overrides. `?pictures=`
 * draws the machine so many times a second at most, for a computer that has other things to do.
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

const PICTURES_MIN = 10;
const PICTURES_MAX = 60;

/** As often as the display does when the address says nothing, or nothing sensible. */
export function choosePicturesPerS(search: string): number | undefined {
  const asked = Number(new URLSearchParams(search).get("pictures") ?? Number.NaN);
  return asked >= PICTURES_MIN && asked <= PICTURES_MAX ? asked : undefined;
}
