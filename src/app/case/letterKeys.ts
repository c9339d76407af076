/** Whether single letters are shortcuts on the console; kept on the device, changed on the help sheet. */
import { signal } from "@preact/signals";

const KEPT_AS = "onbypass.letterKeys";

/** Storage that is closed to the page means the choice lasts as long as the page. */
function kept(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== "off";
  } catch {
    return true;
  }
}

export const letterKeys = signal(kept());

export const lettersWork = (): boolean => letterKeys.value;

export function setLetterKeys(work: boolean): void {
  letterKeys.value = work;
  try {
    localStorage.setItem(KEPT_AS, work ? "on" : "off");
  } catch {
    // Closed to the page; see above.
  }
}
