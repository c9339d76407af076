/** Short sentences to surgeon, anaesthetist and helper, and what was said on both sides. */
import { useState } from "preact/hooks";
import { MESSAGE_TEXTS } from "../../description/messages.ts";
import { MESSAGES, type TeamMember } from "../../world/contract/ids.ts";
import { signalIndex } from "../../world/contract/signals.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import { Conversation } from "./Conversation.tsx";
import type { DrawerProps } from "./Drawers.tsx";
import { Toolbar } from "./Toolbar.tsx";

type Addressee = TeamMember | "both";
const ADDRESSEES: readonly { readonly id: Addressee; readonly name: string }[] = [
  { id: "both", name: "Both" },
  { id: "surgeon", name: "Surgeon" },
  { id: "anaesthetist", name: "Anaesth." },
  { id: "helper", name: "Helper" },
];
const FULL_NAMES: Readonly<Record<Addressee, string>> = {
  both: "Surgeon and anaesthetist",
  surgeon: "Surgeon",
  anaesthetist: "Anaesthetist",
  helper: "Helper",
};
const HELPER_HERE = signalIndex("team.helperHere");

const membersOf = (addressee: Addressee): readonly TeamMember[] =>
  addressee === "both" ? ["surgeon", "anaesthetist"] : [addressee];

export function TeamDrawer({ client, feed, act, isReplay }: DrawerProps) {
  const [addressee, setAddressee] = useState<Addressee>("both");
  const { readings } = useLatestFrame(feed);
  const members = membersOf(addressee);
  const messages = MESSAGES.filter((message) =>
    members.every((member) => MESSAGE_TEXTS[message].to.includes(member)),
  );
  return (
    <div class="team">
      <Toolbar class="team-tabs" label="Speak to">
        {ADDRESSEES.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            class="key"
            aria-pressed={addressee === id}
            aria-label={FULL_NAMES[id]}
            onClick={() => setAddressee(id)}
          >
            {name}
          </button>
        ))}
      </Toolbar>
      {addressee === "helper" && readings[HELPER_HERE] === 0 && (
        <p class="quiet small">No second perfusionist is here. You can call for one.</p>
      )}
      <Toolbar label={`Say to: ${FULL_NAMES[addressee]}`}>
        <ul class="bare sentences">
          {messages.map((message) => (
            <li key={message}>
              <button
                type="button"
                class="sentence"
                disabled={isReplay}
                onClick={() => {
                  for (const to of members) act({ type: "team.say", to, message });
                }}
              >
                {MESSAGE_TEXTS[message].says}
              </button>
            </li>
          ))}
        </ul>
      </Toolbar>
      <Conversation client={client} />
    </div>
  );
}
