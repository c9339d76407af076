/** The team panel's sentences in words: what the trainee says, and to whom it makes sense. */
import type { Message, TeamMember } from "../world/contract/ids.ts";

export interface MessageText {
  readonly says: string;
  readonly to: readonly TeamMember[];
}

const team: readonly TeamMember[] = ["surgeon", "anaesthetist"];
const everybody: readonly TeamMember[] = ["surgeon", "anaesthetist", "helper"];

export const MESSAGE_TEXTS: Readonly<Record<Message, MessageText>> = {
  noFlow: { says: "Arterial pump stopped. We have no flow.", to: everybody },
  crankingNow: { says: "Cranking by hand now.", to: everybody },
  partialFlow: { says: "Partial flow by hand.", to: team },
  fullFlow: { says: "Full flow is back.", to: team },
  planSpareHead: {
    says: "Moving the boot to a spare head.",
    to: everybody,
  },
  planExchangeModule: { says: "Exchanging the pump module.", to: everybody },
  pauseSurgery: { says: "Please stop and wait.", to: ["surgeon"] },
  interlockFound: { says: "It is an interlock. I am clearing it.", to: team },
  levelStopFound: { says: "The level sensor stopped the pump.", to: team },
  airFound: { says: "Air in the circuit. I am not pumping.", to: everybody },
  pressureStopFound: { says: "Line pressure stopped the pump.", to: team },
  clampFault: { says: "The electronic arterial clamp is closed.", to: team },
  powerLost: { says: "The console has lost power.", to: everybody },
  cardioplegiaStopped: { says: "Cardioplegia is stopped.", to: team },
  comeOffPlan: { says: "If this lasts, can we come off bypass?", to: team },
  ventilate: { says: "Please ventilate with 100 % oxygen.", to: ["anaesthetist"] },
  headDown: { says: "Head down, please.", to: ["anaesthetist"] },
  coolHead: { says: "Ice to the head, please.", to: ["anaesthetist"] },
  deepen: { says: "Please deepen the anaesthetic.", to: ["anaesthetist"] },
  vasopressorReady: { says: "Have a vasopressor ready.", to: ["anaesthetist"] },
  holdVasopressor: { says: "No vasopressor now: there is no flow.", to: ["anaesthetist"] },
  checkCannula: { says: "Is the cannula in place, any kink or air?", to: ["surgeon"] },
  callForHelp: { says: "I need a second perfusionist now.", to: everybody },
  takeCrank: { says: "Take the crank, please.", to: ["helper"] },
  watchLevel: { says: "Watch the level and call it out.", to: ["helper"] },
  holdLamp: { says: "Hold the lamp here.", to: ["helper"] },
  bringCrank: { says: "Bring the crank from the next machine.", to: ["helper"] },
  incidentReport: {
    says: "Keep this machine aside. I will report it.",
    to: everybody,
  },
  airEmbolism: { says: "Air to the patient. Pump stopped, lines clamped.", to: everybody },
  ventAorta: { says: "Please vent the aorta and aspirate.", to: ["surgeon"] },
  isAortaClear: { says: "Is the aorta free of air?", to: ["surgeon"] },
  coolingNow: { says: "I am cooling, and I want a high pressure.", to: team },
  hyperbaric: { says: "Please call the pressure chamber.", to: team },
  oxygenatorFailing: {
    says: "Trouble at the oxygenator. I am looking for the cause.",
    to: everybody,
  },
  shuntFound: { says: "The recirculation line was open. It is clamped now.", to: team },
  gasSupplyFault: { says: "It is the gas, not the oxygenator. I am mending it.", to: everybody },
  planChangeout: {
    says: "I want to change the oxygenator: four minutes off. Do you agree?",
    to: team,
  },
  comingOffNow: { says: "Coming off in ten seconds.", to: team },
  offBypass: { says: "Off bypass. Both lines are clamped.", to: team },
  readyToGoBack: { says: "New oxygenator in and free of air. Going back on.", to: team },
  clampAtTable: { says: "Please clamp both lines at the table.", to: ["surgeon"] },
  unclampAtTable: { says: "Please open the lines at the table.", to: ["surgeon"] },
  recrossClamp: {
    says: "Clamp the aorta again, please: the heart is not free of air.",
    to: ["surgeon"],
  },
  prepareRetrograde: {
    says: "Arterial line to the superior cava, snare it, and leave the aorta open.",
    to: ["surgeon"],
  },
  retrogradeRunning: { says: "Backward through the cava, a litre a minute, cold.", to: team },
  endRetrograde: {
    says: "No more air comes. Please put the line back into the aorta.",
    to: ["surgeon"],
  },
  heartEjects: { says: "The heart ejects air. Root vent on, keep it empty.", to: team },
  fibresWet: { says: "The fibres were wet. One sigh cleared them.", to: team },
  onBattery: { says: "The mains are gone. The pump turns on its battery.", to: everybody },
  heaterCoolerFault: { says: "The heater-cooler has failed. Watch the temperature.", to: team },
  vasoplegia: { says: "Full flow and no resistance: I give a vasopressor.", to: team },
  venousAir: { says: "Air in the venous line. Look at purse string and cannula.", to: ["surgeon"] },
  actLow: { says: "The clotting time is too short. I give heparin.", to: team },
  stopProtamine: { says: "Stop the protamine. Suckers are off.", to: team },
  planReturn: { says: "Heparin is in. Ready to go back on bypass.", to: team },
  dissection: { says: "Line pressure high, patient low: is it a dissection?", to: team },
  newCannula: { says: "Please put the cannula into another artery.", to: ["surgeon"] },
  ventReversed: { says: "The vent blew air into the heart. It is clamped.", to: team },
  reservoirPressurised: {
    says: "The reservoir is under pressure: it has no vent. Suckers off.",
    to: everybody,
  },
  protamineReady: {
    says: "Suckers are off. Protamine can be given.",
    to: ["surgeon", "anaesthetist"],
  },
  onBypassAgain: { says: "We are on full bypass again.", to: team },
};
