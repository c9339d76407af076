/**
 * Keeps canvas and stage at the size of the host, at the density the screen really has: the device's
 * own, times what a transform on an ancestor makes of it. No observer reports a transform, so the
 * owner asks once a second as well.
 */
import type { MonitorStrip } from "./monitorStrip.ts";
import type { StripRenderer } from "./stripRenderer.ts";

const DENSITY_MAX = 3; // beyond this the eye sees nothing more, and the memory is felt

export class HostFit {
  private readonly host: HTMLElement;
  private readonly renderer: StripRenderer;
  private readonly strip: MonitorStrip;
  private readonly onChange: () => void;
  private readonly observer: ResizeObserver;
  private drawn = "";

  constructor(
    host: HTMLElement,
    renderer: StripRenderer,
    strip: MonitorStrip,
    onChange: () => void,
  ) {
    this.host = host;
    this.renderer = renderer;
    this.strip = strip;
    this.onChange = onChange;
    this.observer = new ResizeObserver(() => this.check());
    this.observer.observe(host);
    this.check();
  }

  check(): void {
    const widthPx = this.host.clientWidth || this.strip.layout.strip.widthPx;
    const heightPx = this.host.clientHeight || this.strip.layout.strip.heightPx;
    const seen = this.host.getBoundingClientRect().width / widthPx || 1;
    const resolution = Math.min(DENSITY_MAX, Math.max(1, window.devicePixelRatio * seen));
    const size = `${widthPx} ${heightPx} ${resolution}`;
    if (size === this.drawn) return;
    this.drawn = size;
    const scale = Math.min(
      widthPx / this.strip.layout.strip.widthPx,
      heightPx / this.strip.layout.strip.heightPx,
    );
    this.renderer.resize(widthPx, heightPx, resolution);
    this.renderer.canvas.style.width = `${widthPx}px`;
    this.renderer.canvas.style.height = `${heightPx}px`;
    this.strip.setScale(resolution * scale, scale);
    this.onChange();
  }

  stop(): void {
    this.observer.disconnect();
  }
}
