/** What the items of a rating are called where a person gives or reads one. */

/** Four categories with four elements each, as PINTS has them; the words are ours. */
export const MANNER = {
  situationAwareness: [
    "Gathers what there is to know",
    "Understands what it means",
    "Sees what comes next",
    "Stays alert",
  ],
  decisionMaking: ["Weighs options", "Chooses in time", "Carries it out", "Looks at the outcome"],
  taskManagement: ["Prepares", "Puts first things first", "Keeps to the standard", "Stays calm"],
  teamwork: ["Says what is going on", "Listens and closes the loop", "Asks for help", "Leads"],
} as const;
export type Category = keyof typeof MANNER;

export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  situationAwareness: "Situation awareness",
  decisionMaking: "Decision making",
  taskManagement: "Task management, leadership",
  teamwork: "Teamwork, communication",
};

export const OUTCOMES: Readonly<Record<string, string>> = {
  met: "Met",
  borderline: "Borderline",
  notMet: "Not met",
};
