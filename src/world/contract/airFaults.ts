/** Ways by which air gets where it must not be, beyond leaks and an empty reservoir (clinical.md A2.1). */
import { z } from "zod";
import { fault } from "./faultParts.ts";
import { HEADS } from "./ids.ts";

const head = z.enum(HEADS);

export const AIR_FAULT_SCHEMAS = [
  fault(
    "pump.reversed",
    { head },
    "The head turns the other way: its switch, or its boot, was put the wrong way round.",
  ),
  fault(
    "pump.leftRunning",
    { head, rpm: z.number().min(1).max(250) },
    "Somebody has left a head running at this speed.",
  ),
  fault(
    "safety.linkMoved",
    { head },
    "Somebody has linked level, bubble and pressure to another head, which frees cardioplegia too.",
  ),
  fault(
    "patient.leftHeartAir",
    { airMl: z.number().min(1).max(200) },
    "So much air lies in the left heart and goes where a beat sends it.",
  ),
  fault(
    "patient.heartWakes",
    {
      temperatureC: z.number().min(15).max(37),
      potassiumMmolPerL: z.number().min(3).max(30),
    },
    "The heart muscle is this warm and holds this much potassium: it beats when it can.",
  ),
] as const;
