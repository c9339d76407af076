/** Panels of which one is shown, chosen by keys that are one Tab stop. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { useRoving } from "../drawers/useRoving.ts";

export interface Tab {
  readonly name: string;
  readonly content: () => ComponentChildren;
}

interface TabsProps {
  readonly label: string;
  /** At least one. */
  readonly tabs: readonly Tab[];
}

export function Tabs({ label, tabs }: TabsProps) {
  const [shownName, setShownName] = useState(tabs[0]?.name);
  const shown = tabs.find(({ name }) => name === shownName) ?? (tabs[0] as Tab);
  const id = useId();
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={useRoving<HTMLDivElement>()}>
        {tabs.map(({ name }) => (
          <button
            key={name}
            type="button"
            role="tab"
            class="tab"
            id={`${id}-${name}`}
            aria-selected={name === shown.name}
            aria-controls={`${id}-panel`}
            onClick={() => setShownName(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <section
        class="panel tab-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown.name}`}
      >
        {shown.content()}
      </section>
    </>
  );
}
