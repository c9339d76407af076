/** Fetches the machine's pages when they are first opened: most cases never look behind the panels. */
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { DrawerProps } from "../Drawers.tsx";

let loaded: FunctionComponent<DrawerProps> | undefined;

export function LateMachineDrawer(props: DrawerProps) {
  const [Drawer, setDrawer] = useState<FunctionComponent<DrawerProps> | undefined>(() => loaded);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    if (loaded !== undefined) return;
    import("./MachineDrawer.tsx").then(
      ({ MachineDrawer }) => {
        loaded = MachineDrawer;
        setDrawer(() => MachineDrawer);
      },
      (error: unknown) => {
        console.error("The machine's pages did not load.", error);
        setProblem("The machine's pages could not be loaded. Close the drawer and open it again.");
      },
    );
  }, []);
  if (problem !== "") return <p role="alert">{problem}</p>;
  return Drawer === undefined ? <p class="soft">Opening…</p> : <Drawer {...props} />;
}
