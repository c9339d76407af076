/** Some commands need the data folder for themselves. */
import { isDatabaseInUse } from "../server/keeping/dataFolder.ts";
import { refuse } from "./command.ts";
import { DATA_DIR } from "./dataFolder.ts";

export function refuseWhileInUse(): void {
  if (!isDatabaseInUse(DATA_DIR)) return;
  refuse({
    code: "data.inUse",
    place: DATA_DIR,
    sentence: "A server is working with this folder.",
    remedy: "Stop it first; devices in a session keep what they play and send it when it is back.",
  });
}
