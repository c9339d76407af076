/**
 * Puts the patient monitor into a host element and keeps it drawn from the feed. The strip is drawn
 * in design pixels and scaled to the host; nothing is drawn while nothing changes.
 */

import { S_PER_TICK } from "../kernel/tick.ts";
import type { CaseFeed } from "../session/contract/protocol.ts";
import { FACES } from "../tokens/type.ts";
import { DEFAULT_LIMITS, type MonitorLimits } from "./limits.ts";
import { MonitorStrip } from "./monitorStrip.ts";
import { MonitorTwin, monitorLines } from "./monitorTwin.ts";
import { Playhead } from "./playhead.ts";
import { STRIP } from "./stripLayout.ts";
import { createStripRenderer, type StripRenderer } from "./stripRenderer.ts";

export interface MonitorOptions {
  readonly host: HTMLElement;
  readonly feed: CaseFeed;
  readonly renderer: "canvas" | "webgl";
  readonly reducedMotion: boolean;
  readonly limits?: Partial<MonitorLimits>;
}

const NUMERALS_EVERY_MS = 250;
const TWIN_EVERY_MS = 1000;
/** The sweep moves 43 px/s: 30 pictures a second are smooth, and half the work on a software canvas. */
const PICTURE_EVERY_MS = { canvas: 32, webgl: 15 } as const;
const FONTS_WITHIN_MS = 3000;
const DENSITY_MAX = 3;

/** Canvas text drawn before its face has come would stay in the fallback. */
async function loadFonts(): Promise<void> {
  const faces = ["500", "600", "700"].map((weight) =>
    document.fonts.load(`${weight} 44px ${FACES.machine}`, "MAP 65"),
  );
  const patience = new Promise((resolve) => setTimeout(resolve, FONTS_WITHIN_MS));
  await Promise.race([Promise.allSettled(faces), patience]);
}

/** Fits canvas and stage to the host, at the density the screen really has. Returns true on change. */
function fitter(host: HTMLElement, renderer: StripRenderer, strip: MonitorStrip): () => boolean {
  let drawn = "";
  return () => {
    const widthPx = host.clientWidth || STRIP.widthPx;
    const heightPx = host.clientHeight || STRIP.heightPx;
    // A transform on an ancestor scales what is seen but not the layout: draw for what is seen.
    const seen = host.getBoundingClientRect().width / widthPx || 1;
    const resolution = Math.min(DENSITY_MAX, Math.max(1, window.devicePixelRatio * seen));
    const size = `${widthPx} ${heightPx} ${resolution}`;
    if (size === drawn) return false;
    drawn = size;
    const scale = Math.min(widthPx / STRIP.widthPx, heightPx / STRIP.heightPx);
    renderer.resize(widthPx, heightPx, resolution);
    renderer.canvas.style.width = `${widthPx}px`;
    renderer.canvas.style.height = `${heightPx}px`;
    strip.setScale(resolution * scale, scale);
    return true;
  };
}

export async function mountMonitor(options: MonitorOptions): Promise<{ destroy(): void }> {
  const { host, feed, reducedMotion } = options;
  const limits: MonitorLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const [renderer] = await Promise.all([
    createStripRenderer(options.renderer, {
      width: STRIP.widthPx,
      height: STRIP.heightPx,
      resolution: 1,
      backgroundAlpha: 0,
    }),
    loadFonts(),
  ]);
  renderer.canvas.setAttribute("aria-hidden", "true");
  renderer.canvas.style.display = "block";
  host.append(renderer.canvas);
  const strip = new MonitorStrip(feed.briefing.patientSummary, limits);
  const twin = new MonitorTwin(host);
  const playhead = new Playhead();
  const fit = fitter(host, renderer, strip);

  let frame = feed.latest();
  let now = strip.write(frame.readings);
  let writtenTick = frame.tick;
  let pictureAtMs = 0;
  let numeralsAtMs = 0;
  let twinAtMs = Number.NEGATIVE_INFINITY;
  let request = 0;
  let sweptS = Number.NaN;
  let isStale = true;

  const take = (next: typeof frame): void => {
    frame = next;
    const simS = next.tick * S_PER_TICK;
    if (playhead.frame(simS, performance.now() / 1000)) strip.clear();
    strip.sample(simS, next.readings);
  };

  const write = (pageTimeMs: number): void => {
    if (frame.tick !== writtenTick && pageTimeMs - numeralsAtMs >= NUMERALS_EVERY_MS) {
      now = strip.write(frame.readings);
      writtenTick = frame.tick;
      numeralsAtMs = pageTimeMs;
      isStale = true;
    }
    if (pageTimeMs - twinAtMs >= TWIN_EVERY_MS) {
      twin.write(monitorLines(now, limits));
      isStale = fit() || isStale; // also catches a transform, which no observer reports
      twinAtMs = pageTimeMs;
    }
  };

  const draw = (): void => {
    request = requestAnimationFrame(draw);
    const pageTimeMs = performance.now();
    const sincePictureMs = pageTimeMs - pictureAtMs;
    if (sincePictureMs < PICTURE_EVERY_MS[options.renderer]) return;
    pictureAtMs = pageTimeMs;
    write(pageTimeMs);
    const simS = playhead.advance(sincePictureMs / 1000);
    if (simS !== sweptS) {
      strip.sweep(simS, now);
      sweptS = simS;
      isStale = true;
    }
    isStale = strip.flash(now, pageTimeMs, reducedMotion) || isStale;
    if (!isStale) return;
    renderer.render(strip.stage);
    isStale = false;
  };

  const observer = new ResizeObserver(() => {
    isStale = fit() || isStale;
  });
  observer.observe(host);
  fit();
  take(frame);
  const leave = feed.onFrame(take);
  draw();

  return {
    destroy() {
      cancelAnimationFrame(request);
      leave();
      observer.disconnect();
      twin.remove();
      strip.stage.destroy({ children: true });
      renderer.canvas.remove();
      renderer.destroy();
    },
  };
}
