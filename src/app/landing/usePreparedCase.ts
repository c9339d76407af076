/** Prepares the case that is chosen while the page is still read, so that Start need not wait for its patient to come to rest. */
import { useEffect } from "preact/hooks";
import { prepareCase } from "../case/spareWorker.ts";

/** A choice that has stood for so long is prepared. */
const CHOSEN_MS = 500;

/** `findSetup` is undefined when what is chosen cannot be started; it is asked again when the choice changes. */
export function usePreparedCase(
  engineHash: string,
  findSetup: (() => Promise<Readonly<Record<string, unknown>>>) | undefined,
  choice: readonly unknown[],
): void {
  useEffect(() => {
    if (findSetup === undefined) return;
    const timer = setTimeout(() => {
      findSetup().then(
        (caseSetup) => prepareCase({ type: "prepare", engineHash, caseSetup }),
        (error: unknown) => console.warn("The case was not prepared.", error), // Start will say it
      );
    }, CHOSEN_MS);
    return () => clearTimeout(timer);
  }, [findSetup === undefined, ...choice]);
}
