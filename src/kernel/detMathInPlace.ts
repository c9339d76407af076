// The same functions as in detMath.ts for what runs every tick, on a cell of an array instead of a number:
// wherever the compiler of JavaScript does not put a function inline, a number with a fraction that is
// handed to it or back comes in a box made for it, and boxes are what the collector has to collect
// (ADR 0045).

export { expInPlace } from "./mathExponential.ts";
export { logInPlace } from "./mathLogarithm.ts";
export { powInPlace } from "./mathPower.ts";
export { sinInPlace } from "./mathTrigonometric.ts";
