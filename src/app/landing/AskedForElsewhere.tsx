/** The address asks for a scenario that this form does not start: says so, and where it is. */
import type { ListedScenario } from "../../scenario/listing.ts";
import { wishFromAddress } from "./wishFromAddress.ts";

interface Offered {
  readonly offered: readonly ListedScenario[];
  /** Ids of the compositions and theatre lists, which this form starts too. */
  readonly composed: readonly string[];
}

export function AskedForElsewhere({ offered, composed }: Offered) {
  const { scenario: asked } = wishFromAddress(location.search);
  const found = offered.find(({ id }) => id === asked);
  if (asked === undefined || composed.includes(asked) || found?.kind === "emergency") return null;
  return (
    <p class="soft" role="status">
      {found ? (
        <>
          “{found.title}” is a guided module. It starts from <a href="#/modules">the modules</a>.
        </>
      ) : (
        `This server offers no scenario called “${asked}”. Choose one of these.`
      )}
    </p>
  );
}
