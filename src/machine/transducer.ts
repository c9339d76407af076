/** Pressure transducers and in-line sensors with zero, height and calibration (docs/model.md M-45). */
import { defineLayout } from "../kernel/layout.ts";

export const TRANSDUCER = defineLayout(["zeroMmHg", "heightCm"]);
const T = TRANSDUCER.index;

/** A column of blood, mmHg per cm (docs/model.md section 2). */
const COLUMN_MMHG_PER_CM = 0.7725;

/** What a transducer adds to the pressure at the heart: it reads too high when it hangs too low. */
export const transducerErrorMmHg = (transducer: Float64Array): number =>
  transducer[T.zeroMmHg] - transducer[T.heightCm] * COLUMN_MMHG_PER_CM;
