/** A bench for the sounds: open dev/sound.html, click, listen. */
import { Howler } from "howler";
import { mountSound } from "../src/sound/mountSound.ts";
import { type FakeState, fakeFeed } from "./fakeFeed.ts";

const state: FakeState = {
  rpm: 102,
  mapMmHg: 65,
  rhythm: 0,
  alarm: false,
  alarmIds: ["mapLow", "nirsLow", "svo2Low", "arterialPumpStop"],
  acknowledged: false,
  nirs: 0.66,
  svo2: 0.68,
  flowLpm: 4.6,
  cvp: 3,
  speed: 1,
  crank: false,
};
const feed = fakeFeed(state);
const said: string[] = [];
const sound = mountSound({
  feed,
  volume: 0.8,
  onSoundState(name, sentence) {
    said.push(`${name}: ${sentence}`);
    (document.querySelector("#state") as HTMLElement).textContent = said.join(" → ");
  },
});
(document.querySelector("#alarm") as HTMLElement).onclick = () => {
  state.alarm = !state.alarm;
};
(document.querySelector("#crank") as HTMLElement).onclick = () => {
  feed.fact({ type: "crankClick", tick: 0 });
};
(document.querySelector("#rpm") as HTMLInputElement).oninput = (event) => {
  state.rpm = Number((event.target as HTMLInputElement).value);
};
Object.assign(window, { state, feed, sound, said, Howler });
document.body.dataset["ready"] = "yes";
