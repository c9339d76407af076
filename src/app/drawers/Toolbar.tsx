/** Keys that belong together: one Tab stop, arrow keys between them. */
import type { ComponentChildren } from "preact";
import { useRoving } from "./useRoving.ts";

interface ToolbarProps {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Toolbar({ label, class: className, children }: ToolbarProps) {
  return (
    <div ref={useRoving<HTMLDivElement>()} class={className} role="toolbar" aria-label={label}>
      {children}
    </div>
  );
}
