/**
 * The drawer over gas and safety panels: one at a time, Esc closes, focus goes in and comes back. Its
 * foot repeats the three safety devices it covers.
 */
import "../styles/drawers.css";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CaseFeed } from "../../session/contract/protocol.ts";
import type { TraineeAction } from "../../world/contract/actions.ts";
import type { CaseClient } from "../case/caseClient.ts";
import { ChecklistDrawer } from "./ChecklistDrawer.tsx";
import { DRAWER_TITLES, type DrawerName } from "./drawerNames.ts";
import { HelpDrawer } from "./HelpDrawer.tsx";
import { lazyDrawer } from "./lazyDrawer.tsx";
import { RecordDrawer } from "./RecordDrawer.tsx";
import { SafetyFoot } from "./SafetyFoot.tsx";
import { TeamDrawer } from "./TeamDrawer.tsx";

export interface DrawerProps {
  readonly client: CaseClient;
  readonly feed: CaseFeed;
  readonly act: (action: TraineeAction) => void;
  readonly isReplay: boolean;
}

interface DrawersProps extends DrawerProps {
  readonly shown: DrawerName | undefined;
  readonly onClose: () => void;
}

const DrugsDrawer = lazyDrawer(async () => (await import("./DrugsDrawer.tsx")).DrugsDrawer);
const SamplesDrawer = lazyDrawer(async () => (await import("./SamplesDrawer.tsx")).SamplesDrawer);
const LazyMachine = lazyDrawer(
  async () => (await import("./machine/MachineDrawer.tsx")).MachineDrawer,
);
const LazyStore = lazyDrawer(async () => (await import("./StoreDrawer.tsx")).StoreDrawer);

const CONTENTS = {
  drugs: DrugsDrawer,
  samples: SamplesDrawer,
  team: TeamDrawer,
  checklist: ChecklistDrawer,
  record: RecordDrawer,
  store: LazyStore,
  machine: LazyMachine,
  help: HelpDrawer,
} as const;

export function Drawers({ shown, onClose, ...props }: DrawersProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cameFrom = useRef<Element | null>(null);
  // Before the next key can come: an Esc that arrives while the focus is still outside would close nothing.
  useLayoutEffect(() => {
    if (shown === undefined) {
      const isLost = document.activeElement === document.body;
      if (isLost && cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
      cameFrom.current = null;
      return;
    }
    cameFrom.current ??= document.activeElement;
    dialog.current?.show();
    dialog.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, [shown]);
  if (shown === undefined) return null;
  const Content = CONTENTS[shown];
  return (
    <dialog
      key={shown}
      ref={dialog}
      class="drawer panel"
      data-region="drawer"
      aria-labelledby="drawer-title"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header class="drawer-head">
        <h2 id="drawer-title">{DRAWER_TITLES[shown]}</h2>
        <button type="button" class="key square" aria-label="Close" data-first onClick={onClose}>
          ×
        </button>
      </header>
      <div class="drawer-body" tabIndex={shown === "help" ? 0 : undefined}>
        <Content {...props} />
      </div>
      <SafetyFoot feed={props.feed} />
    </dialog>
  );
}
