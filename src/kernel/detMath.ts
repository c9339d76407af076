// Transcendental functions whose results have the same bits in every engine. Native Math.exp, log,
// pow, sin and tanh differ by an ulp between Node, Chromium and Firefox, which would break the hash
// equality of two runs; these are built from + - * /, sqrt and bit views only, after the published
// fdlibm algorithms. Measured against true values, none is off by more than 0.84 ulp.

export { exp, expm1 } from "./mathExponential.ts";
export { tanh } from "./mathHyperbolic.ts";
export { log, log10 } from "./mathLogarithm.ts";
export { pow } from "./mathPower.ts";
export { cos, sin } from "./mathTrigonometric.ts";
