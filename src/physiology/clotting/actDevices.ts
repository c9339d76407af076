/**
 * Devices that measure an activated clotting time: the same blood reads differently in each, so a target
 * belongs to its device. Factors are against a kaolin cartridge; all (K, PROVISIONAL): no table that
 * compares them on one blood was reached.
 */
import type { ActDevice } from "./anticoagulation.ts";

export const ACT_DEVICE_IDS = ["kaolinCartridge", "celiteTube", "handheldCartridge"] as const;
export type ActDeviceId = (typeof ACT_DEVICE_IDS)[number];

export interface NamedActDevice extends ActDevice {
  readonly title: string;
  /** Scatter of repeated readings, share of the reading. */
  readonly scatterFraction: number;
  /** From the draw until the cartridge is running, s. */
  readonly handlingS: number;
}

export const ACT_DEVICES: Readonly<Record<ActDeviceId, NamedActDevice>> = {
  kaolinCartridge: {
    title: "Kaolin cartridge",
    baselineFactor: 1,
    slopeFactor: 1,
    scatterFraction: 0.06,
    handlingS: 30,
  },
  celiteTube: {
    title: "Celite tube",
    baselineFactor: 1.05,
    slopeFactor: 1.1,
    scatterFraction: 0.08,
    handlingS: 30,
  },
  handheldCartridge: {
    title: "Hand-held cartridge, prewarmed",
    baselineFactor: 0.95,
    slopeFactor: 0.85,
    scatterFraction: 0.05,
    handlingS: 20,
  },
};
