/** A drawer whose code comes when it is first opened, so that the console's first load stays small. */
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { DrawerProps } from "./Drawers.tsx";

export function lazyDrawer(
  load: () => Promise<FunctionComponent<DrawerProps>>,
): FunctionComponent<DrawerProps> {
  let loaded: FunctionComponent<DrawerProps> | undefined;
  return function LazyDrawer(props) {
    const [Content, setContent] = useState<FunctionComponent<DrawerProps> | undefined>(
      () => loaded,
    );
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (Content !== undefined) return;
      load().then(
        (component) => {
          loaded = component;
          setContent(() => component);
        },
        () => setFailed(true),
      );
    }, [Content]);
    if (Content !== undefined) return <Content {...props} />;
    return (
      <p class="quiet" role={hasFailed ? "alert" : "status"}>
        {hasFailed ? "This drawer did not load. Close it and try again." : "Opening…"}
      </p>
    );
  };
}
