import { useState } from "preact/hooks";
import type { Message } from "../data/model.ts";
import { t } from "../i18n/i18n.ts";
import { Icon } from "../primitives/icon.tsx";

/** What a letter is about, who wrote it in somebody else's thread, and that nobody did. */
export function Letterhead({ of: m }: { of: Message }) {
  if (!m.subject && !m.automatic && !m.writer && !m.sender) return null;
  return (
    <header class="letterhead">
      {m.automatic && <span class="badge" title={m.automatic}>{t("letter.automatic")}</span>}
      {m.writer && <p class="writer">{t("letter.writer")} <bdi>{m.writer.name ? `${m.writer.name} <${m.writer.identity}>` : m.writer.identity}</bdi></p>}
      {m.subject && <p class="subject" dir="auto">{m.subject}</p>}
      {m.sender && <Sender found={m.sender} />}
    </header>
  );
}

const FOUND = { confirmed: "check", unconfirmed: "question", failed: "alert" } as const;

/** What our own mail server said about the sender: a mark to look at, on which nothing depends. */
function Sender({ found: { finding, by } }: { found: NonNullable<Message["sender"]> }) {
  return (
    <p class={`sender ${finding}`} title={t(`sender.${finding}.title`)}>
      <Icon name={FOUND[finding]} size={14} />
      <span>{t(`sender.${finding}`)} {finding !== "unconfirmed" && by && <bdi>{by}</bdi>}</span>
    </p>
  );
}

/** The rest of a letter, one click away: all of its text, and how it looked. */
export function Letter({ of: m }: { of: Message }) {
  const [shown, setShown] = useState<"" | "text" | "looks">("");
  const [pictures, setPictures] = useState(false);
  if (!m.original && !m.html) return null;
  const toggle = (what: "text" | "looks") => () => setShown(shown === what ? "" : what);
  return (
    <div class="letter">
      <p class="choices">
        {m.original && <button type="button" class="link" aria-expanded={shown === "text"} onClick={toggle("text")}>{t("letter.whole")}</button>}
        {m.html && <button type="button" class="link" aria-expanded={shown === "looks"} onClick={toggle("looks")}>{t("letter.looks")}</button>}
        {shown === "looks" && !pictures && <button type="button" class="link" onClick={() => setPictures(true)}>{t("letter.pictures")}</button>}
      </p>
      {shown === "text" && <p class="text whole" dir="auto">{m.original}</p>}
      {shown === "looks" && (
        <iframe
          class="looks" title={m.subject ?? t("letter.looks")} loading="lazy"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          src={`/api/messages/${encodeURIComponent(m.id)}/letter${pictures ? "?pictures=1" : ""}`}
        />
      )}
    </div>
  );
}
