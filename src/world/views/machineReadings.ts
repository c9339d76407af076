/** What can be read of links, power, hands, timers and the ledger. */
import { timerSlots } from "../console/housekeeping.ts";
import { TIMERS } from "../contract/ids.ts";
import {
  totalAirMl,
  totalCarbonDioxideMl,
  totalHeatKj,
  totalOxygenMl,
  totalRedCellMl,
  totalVolumeMl,
} from "../physics/ledger.ts";
import { attentionLeftS } from "../state/attention.ts";
import { MACHINE } from "../state/layouts.ts";
import { type Computed, flag, held, type Reader } from "./reader.ts";

const M = MACHINE.index;
const own = (slot: number): Reader => held("machine", slot);
const timerReadings = Object.fromEntries(
  TIMERS.flatMap((timer): [string, Reader][] => {
    const [reading, runs] = timerSlots(timer);
    return [
      [`timer.${timer}S`, own(reading)],
      [`timer.${timer}.running`, own(runs)],
    ];
  }),
);

/** What is there now, less what was there at the start, less what came in (T-7). */
const errorOf =
  (total: Computed, startSlot: number, cameSlot: number): Reader =>
  (s, into, at, setup) => {
    total(s, into, at, setup);
    into[at] = into[at] - s.machine[startSlot] - s.machine[cameSlot];
  };

const ledgerReadings: Readonly<Record<string, Reader>> = {
  "ledger.volumeErrorMl": errorOf(totalVolumeMl, M.volumeStartMl, M.volumeInMl),
  "ledger.oxygenErrorMl": errorOf(totalOxygenMl, M.oxygenStartMl, M.oxygenInMl),
  "ledger.carbonDioxideErrorMl": errorOf(
    totalCarbonDioxideMl,
    M.carbonDioxideStartMl,
    M.carbonDioxideInMl,
  ),
  "ledger.redCellErrorMl": errorOf(totalRedCellMl, M.redCellStartMl, M.redCellInMl),
  "ledger.heatErrorKj": errorOf(totalHeatKj, M.heatStartKj, M.heatInKj),
  "ledger.airErrorMl": errorOf(totalAirMl, M.airStartMl, M.airInMl),
  "ledger.airTotalMl": totalAirMl,
  "ledger.volumeTotalMl": totalVolumeMl,
  "ledger.oxygenTotalMl": totalOxygenMl,
  "ledger.carbonDioxideTotalMl": totalCarbonDioxideMl,
  "ledger.redCellTotalMl": totalRedCellMl,
  "ledger.heatTotalKj": totalHeatKj,
};

export const machineReadings: Readonly<Record<string, Reader>> = {
  ...timerReadings,
  ...ledgerReadings,
  "safety.linkedHead": own(M.linkedHead),
  "electronicClamp.lampClosed": own(M.clampLampClosed),
  "electronicClamp.jawsClosed": own(M.clampJawsClosed),
  "electronicClamp.lineInside": own(M.clampLineInside),
  "power.source": own(M.powerSource),
  "power.batteryFraction": (s, into, at) => {
    into[at] =
      s.machine[M.batteryFullS] > 0 ? s.machine[M.batteryS] / s.machine[M.batteryFullS] : 0;
  },
  "power.batteryLeftS": own(M.batteryS),
  "hands.task": own(M.task),
  "hands.taskLeftS": own(M.taskLeftS),
  "attention.queueS": (s, into, at) => {
    into[at] = attentionLeftS(s.attention);
  },
  "team.helperHere": own(M.helperHere),
  "kink.venous": (s, into, at) => {
    into[at] = flag(s.machine[M.venousOpenFraction] < 0.9);
  },
  "kink.arterial": (s, into, at) => {
    into[at] = flag(s.machine[M.arterialOpenFraction] < 0.9);
  },
  "connector.leaking": (s, into, at) => {
    into[at] = flag(s.machine[M.connectorAirMlPerS] > 0);
  },
  "world.tick": own(M.tick),
};
