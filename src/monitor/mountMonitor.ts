/**
 * Puts the patient monitor into a host element and keeps it drawn from the feed. The strip is drawn
 * in design pixels and scaled to the host; nothing is drawn while nothing changes.
 */
import { S_PER_TICK } from "../kernel/tick.ts";
import type { CaseFeed, Frame } from "../session/contract/protocol.ts";
import type { LayoutName } from "../tokens/regions.ts";
import { FACES } from "../tokens/type.ts";
import { HostFit } from "./hostFit.ts";
import { DEFAULT_LIMITS, type MonitorLimits } from "./limits.ts";
import type { MonitorReadings } from "./monitorReadings.ts";
import { MonitorStrip } from "./monitorStrip.ts";
import { MonitorTwin, monitorLines } from "./monitorTwin.ts";
import { patientLine } from "./patientLine.ts";
import { Playhead } from "./playhead.ts";
import { STRIP_LAYOUTS } from "./stripLayout.ts";
import { createStripRenderer, type StripRenderer } from "./stripRenderer.ts";

export interface MonitorOptions {
  readonly host: HTMLElement;
  readonly feed: CaseFeed;
  /** The strip of which console. */
  readonly layout?: LayoutName;
  readonly renderer: "canvas" | "webgl";
  readonly reducedMotion: boolean;
  readonly limits?: Partial<MonitorLimits>;
}

export interface Monitor {
  destroy(): void;
}

const NUMERALS_EVERY_MS = 250;
const TWIN_EVERY_MS = 1000;
/** The sweep moves 43 px/s: 30 pictures a second are smooth, and half the work on a software canvas. */
const PICTURE_EVERY_MS = { canvas: 32, webgl: 15 } as const;
const FONTS_WITHIN_MS = 3000;

/** Canvas text drawn before its face has come would stay in the fallback. */
async function loadFonts(): Promise<void> {
  const faces = ["500", "600", "700"].map((weight) =>
    document.fonts.load(`${weight} 44px ${FACES.machine}`, "MAP 65"),
  );
  const patience = new Promise((resolve) => setTimeout(resolve, FONTS_WITHIN_MS));
  await Promise.race([Promise.allSettled(faces), patience]);
}

class RunningMonitor implements Monitor {
  private readonly options: MonitorOptions;
  private readonly limits: MonitorLimits;
  private readonly renderer: StripRenderer;
  private readonly strip: MonitorStrip;
  private readonly twin: MonitorTwin;
  private readonly fit: HostFit;
  private readonly leave: () => void;
  private readonly playhead = new Playhead();
  private frame: Frame;
  private now: MonitorReadings;
  private writtenTick: number;
  private pictureAtMs = 0;
  private numeralsAtMs = 0;
  private twinAtMs = Number.NEGATIVE_INFINITY;
  private sweptS = Number.NaN;
  private isStale = true;
  private request = 0;

  constructor(options: MonitorOptions, renderer: StripRenderer) {
    const { host, feed } = options;
    this.options = options;
    this.renderer = renderer;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.strip = new MonitorStrip(
      STRIP_LAYOUTS[options.layout ?? "wide"],
      patientLine(feed.briefing),
      this.limits,
    );
    renderer.canvas.setAttribute("aria-hidden", "true");
    renderer.canvas.style.display = "block";
    host.append(renderer.canvas);
    this.twin = new MonitorTwin(host);
    this.fit = new HostFit(host, renderer, this.strip, () => {
      this.isStale = true;
    });
    this.frame = feed.latest();
    this.take(this.frame);
    this.now = this.strip.write(this.frame.readings);
    this.writtenTick = this.frame.tick;
    this.leave = feed.onFrame((frame) => this.take(frame));
    this.draw();
  }

  destroy(): void {
    cancelAnimationFrame(this.request);
    this.leave();
    this.fit.stop();
    this.twin.remove();
    this.strip.stage.destroy({ children: true });
    this.renderer.canvas.remove();
    this.renderer.destroy();
  }

  private take(frame: Frame): void {
    this.frame = frame;
    const simS = frame.tick * S_PER_TICK;
    if (this.playhead.frame(simS, performance.now() / 1000)) this.strip.clear();
    this.strip.sample(simS, frame.readings);
  }

  private write(pageTimeMs: number): void {
    const isNew = this.frame.tick !== this.writtenTick;
    if (isNew && pageTimeMs - this.numeralsAtMs >= NUMERALS_EVERY_MS) {
      this.now = this.strip.write(this.frame.readings);
      this.writtenTick = this.frame.tick;
      this.numeralsAtMs = pageTimeMs;
      this.isStale = true;
    }
    if (pageTimeMs - this.twinAtMs >= TWIN_EVERY_MS) {
      this.twin.write(monitorLines(this.now, this.limits));
      this.fit.check();
      this.twinAtMs = pageTimeMs;
    }
  }

  private readonly draw = (): void => {
    this.request = requestAnimationFrame(this.draw);
    const { renderer: kind, reducedMotion } = this.options;
    const pageTimeMs = performance.now();
    const sincePictureMs = pageTimeMs - this.pictureAtMs;
    if (sincePictureMs < PICTURE_EVERY_MS[kind]) return;
    this.pictureAtMs = pageTimeMs;
    this.write(pageTimeMs);
    const simS = this.playhead.advance(sincePictureMs / 1000);
    if (simS !== this.sweptS) {
      this.strip.sweep(simS, this.now);
      this.sweptS = simS;
      this.isStale = true;
    }
    if (this.strip.flash(this.now, pageTimeMs, reducedMotion)) this.isStale = true;
    if (!this.isStale) return;
    this.renderer.render(this.strip.stage);
    this.isStale = false;
  };
}

export async function mountMonitor(options: MonitorOptions): Promise<Monitor> {
  const { strip } = STRIP_LAYOUTS[options.layout ?? "wide"];
  const [renderer] = await Promise.all([
    createStripRenderer(options.renderer, {
      width: strip.widthPx,
      height: strip.heightPx,
      resolution: 1,
      backgroundAlpha: 0,
    }),
    loadFonts(),
  ]);
  return new RunningMonitor(options, renderer);
}
