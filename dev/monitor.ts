/** A bench for the monitor: open dev/monitor.html?state=alarm&rhythm=2&renderer=canvas and look. */
import "@ibm/plex-sans-condensed/css/ibm-plex-sans-condensed-default.css";
import { mountMonitor } from "../src/monitor/mountMonitor.ts";
import { fakeFeed, type FakeState } from "./fakeFeed.ts";

const query = new URLSearchParams(location.search);
const alarm = query.get("state") === "alarm";
const state: FakeState = {
  rpm: alarm ? 54 : 102,
  mapMmHg: Number(query.get("map") ?? (alarm ? 34 : 65)),
  rhythm: Number(query.get("rhythm") ?? 0) as 0 | 1 | 2,
  alarm,
  alarmIds: (query.get("alarms") ?? "mapLow nirsLow svo2Low").split(" "),
  acknowledged: query.has("ack"),
  nirs: alarm ? 0.51 : 0.66,
  svo2: alarm ? 0.38 : 0.68,
  flowLpm: alarm ? 2.4 : 4.6,
  cvp: alarm ? 9 : 3,
  speed: Number(query.get("speed") ?? 1),
  crank: false,
};
const scale = Number(query.get("scale") ?? 1);
const host = document.querySelector<HTMLElement>("#host") as HTMLElement;
host.style.width = `${298 * scale}px`;
host.style.height = `${836 * scale}px`;
const feed = fakeFeed(state);
const monitor = await mountMonitor({
  host,
  feed,
  renderer: query.get("renderer") === "webgl" ? "webgl" : "canvas",
  reducedMotion: query.has("still"),
});
Object.assign(window, { state, feed, monitor });
document.body.dataset["ready"] = "yes";
