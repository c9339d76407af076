/** What a thread of the pool loads first: sources are read as they are. */
import { register } from "tsx/esm/api";

register();
const { playTask, playTraced } = await import("./playTask.ts");

// The pool of threads calls what a module gives by default, or what the caller names.
// oxlint-disable-next-line import/no-default-export
export default playTask;
export { playTraced };
