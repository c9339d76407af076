/** What the thread loads first: sources are read as they are, as in the server itself. */
import { register } from "tsx/esm/api";

register();
const { rerun } = await import("./rerunJob.ts");

// The pool of threads calls what a module gives by default.
// oxlint-disable-next-line import/no-default-export
export default rerun;
