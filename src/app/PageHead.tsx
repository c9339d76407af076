/** The band on top of every page that is not the console. */
import type { ComponentChildren } from "preact";
import { NOTICE } from "../session/contract/notice.ts";
import { UpdateNote } from "./UpdateNote.tsx";

export function PageHead({ children }: { readonly children?: ComponentChildren }) {
  return (
    <>
      <header class="page-head">
        <a class="name" href="#/">
          OnBypass
        </a>
        <span class="notice">{NOTICE}</span>
        {children && <nav aria-label="Pages">{children}</nav>}
      </header>
      <UpdateNote />
    </>
  );
}
