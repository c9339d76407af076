/**
 * What a person beside the case, or the server of an assessed run, does to the story as entries of
 * the case log: a sentence in somebody's mouth, and the failure that was kept from the device until
 * now. What else breaks is a fault (world/contract/faults.ts).
 */
import { z } from "zod";
import { faultSchema } from "../../world/contract/faults.ts";
import { SPEAKERS } from "./drawn.ts";

const SPEECH_LENGTH_MAX = 300; // what anybody says in one breath
const FAULTS_MAX = 10;

/** What a withheld case did not know before: everything that was drawn but the pump and the moment. */
export const revealedSchema = z.strictObject({
  variant: z.string(),
  cause: z.string(),
  faults: z.array(faultSchema).max(FAULTS_MAX),
});
export type Revealed = z.infer<typeof revealedSchema>;

export const directionSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("scenario.speak"),
    who: z.enum(SPEAKERS),
    text: z.string().min(1).max(SPEECH_LENGTH_MAX),
  }),
  z.strictObject({ type: z.literal("scenario.reveal"), revealed: revealedSchema }),
]);
export type Direction = z.infer<typeof directionSchema>;

export const isDirection = (action: { readonly type: string }): action is Direction =>
  action.type === "scenario.speak" || action.type === "scenario.reveal";
