/**
 * Where a bubble detector for 3/8 inch tube can be clipped on (docs/model.md M-15): the cell it looks into,
 * and the edge whose flow passes it. A detector sees what is before it, and nothing of what enters behind.
 */
import { SENSOR } from "../../machine/sensor.ts";
import { DETECTOR_PLACES, type DetectorPlace } from "../contract/machineIds.ts";
import { edgeIndex, firstCell, lastCell } from "../topology.ts";

export interface Sight {
  readonly cellIndex: number;
  readonly flowEdgeIndex: number;
}

const SIGHTS: Readonly<Record<DetectorPlace, Sight>> = {
  reservoirOutlet: { cellIndex: lastCell("pumpInlet"), flowEdgeIndex: edgeIndex("boot") },
  pumpOutlet: { cellIndex: firstCell.premembrane, flowEdgeIndex: edgeIndex("oxygenatorInlet") },
  oxygenatorOutlet: { cellIndex: firstCell.filter, flowEdgeIndex: edgeIndex("membrane") },
  arterialLine: { cellIndex: firstCell.arterialLine, flowEdgeIndex: edgeIndex("filterOutlet") },
};
const SIGHT_BY_CODE = DETECTOR_PLACES.map((place) => SIGHTS[place]);

/** What a detector looks at, by where it is clipped on. */
export const sightOf = (sensor: Float64Array): Sight =>
  SIGHT_BY_CODE[sensor[SENSOR.index.place] as number] as Sight;
