import { useState } from "preact/hooks";
import type { Participant } from "../data/model.ts";
import { Badge } from "../primitives/bits.tsx";
import { standing } from "./acts.ts";
import { t } from "../i18n/i18n.ts";

/** Who else is in the thread, and gets what agents write; who wrote from outside waits for an agent's word. */
export function Participants({ of, conversation, open }: { of: Participant[]; conversation: string; open: boolean }) {
  const [decided, setDecided] = useState<Record<string, Participant["standing"]>>({});
  const decide = (who: Participant, to: "active" | "removed") => async () => {
    await standing(conversation, who.channel, who.identity, to);
    setDecided({ ...decided, [who.channel + who.identity]: to });
  };
  return (
    <ul class="plain participants">
      {of.map((who) => {
        const now = decided[who.channel + who.identity] ?? who.standing;
        return (
          <li key={who.channel + who.identity}>
            <span class="who">
              <bdi>{who.name || who.identity}</bdi>
              {who.name && <span class="hint one-line" title={who.identity}><bdi>{who.identity}</bdi></span>}
            </span>
            {now !== "active" && <Badge tone={now === "pending" ? "warn" : "plain"}>{t(now === "pending" ? "participant.pending" : "participant.removed")}</Badge>}
            {open && now !== "active" && <button type="button" class="link" onClick={decide(who, "active")}>{t("participant.let-in")}</button>}
            {open && now !== "removed" && <button type="button" class="link" onClick={decide(who, "removed")}>{t("participant.take-out")}</button>}
          </li>
        );
      })}
    </ul>
  );
}
