/** The machine behind its panels: seven pages, one at a time. */
import "../../styles/machine.css";
import { useState } from "preact/hooks";
import type { DrawerProps } from "../Drawers.tsx";
import { Toolbar } from "../Toolbar.tsx";
import { AlarmLogPage } from "./AlarmLogPage.tsx";
import { CheckPage } from "./CheckPage.tsx";
import { GasPage } from "./GasPage.tsx";
import { HeadsPage } from "./HeadsPage.tsx";
import { MatrixPage } from "./MatrixPage.tsx";
import { MonitorsPage } from "./MonitorsPage.tsx";
import { WaterPage } from "./WaterPage.tsx";

const PAGES = [
  { id: "gas", label: "Gas" },
  { id: "water", label: "Water" },
  { id: "safety", label: "Safety" },
  { id: "heads", label: "Heads" },
  { id: "monitors", label: "Monitors" },
  { id: "check", label: "Check" },
  { id: "alarms", label: "Alarms" },
] as const;
type PageId = (typeof PAGES)[number]["id"];

/** The page that was open last, so that a drawer closed for a moment comes back to it. */
let lastPage: PageId = "gas";

export function MachineDrawer(props: DrawerProps) {
  const [page, setPage] = useState<PageId>(lastPage);
  const choose = (id: PageId) => {
    lastPage = id;
    setPage(id);
  };
  return (
    <div class="machine">
      <Toolbar class="machine-tabs" label="Pages of the machine">
        {PAGES.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            class="key"
            aria-pressed={page === id}
            onClick={() => choose(id)}
          >
            {label}
          </button>
        ))}
      </Toolbar>
      <div class="machine-page" tabIndex={0}>
        {page === "gas" && <GasPage {...props} />}
        {page === "water" && <WaterPage {...props} />}
        {page === "safety" && <MatrixPage {...props} />}
        {page === "heads" && <HeadsPage {...props} />}
        {page === "monitors" && <MonitorsPage {...props} />}
        {page === "check" && <CheckPage {...props} />}
        {page === "alarms" && <AlarmLogPage client={props.client} />}
      </div>
    </div>
  );
}
