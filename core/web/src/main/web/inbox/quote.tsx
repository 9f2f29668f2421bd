import type { Contact, Message, Quoted } from "../data/model.ts";
import { agentName, set, toast } from "../data/store.ts";
import { readBackTo } from "../data/thread.ts";
import { Icon } from "../primitives/icon.tsx";
import { contactName } from "./row.tsx";
import { t } from "../i18n/i18n.ts";

/** What a message answers, in one line: a press leads there. */
export function Quote({ of, contact }: { of: Quoted; contact: Contact }) {
  const { id } = of;
  if (!id) return <p class="quote">{t("quote.missing")}</p>;
  return (
    <button type="button" class="quote" onClick={() => void reveal(id)}>
      <span class="who"><bdi>{speaker(of, contact)}</bdi></span>
      <span class="said"><bdi>{of.text || t("quote.kind", { kind: of.kind ?? "" })}</bdi></span>
    </button>
  );
}

/** Over the composer: what the reply will answer, and the way out of it. */
export function Answering({ message, contact }: { message: Message; contact: Contact }) {
  return (
    <div class="answering">
      <Icon name="answer" size={16} />
      <p class="quote">
        <span class="who">{t("quote.answering", { who: speaker(message, contact) })}</span>
        <span class="said"><bdi>{message.text || t("quote.kind", { kind: message.kind })}</bdi></span>
      </p>
      <button type="button" class="icon-button" aria-label={t("quote.cancel")} title={t("quote.cancel")} onClick={() => set({ answering: undefined })}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}

const speaker = (of: Quoted, contact: Contact): string =>
  of.author === "contact" ? contactName(contact) : of.author === "agent" ? agentName(of.agent) || t("author.agent") : t("author.bot");

const FLASH = 1200;

async function reveal(id: string): Promise<void> {
  if (!(await readBackTo(id))) return toast(t("quote.far"));
  requestAnimationFrame(() => {
    const line = document.getElementById(`message-${id}`);
    line?.scrollIntoView({ block: "center" });
    line?.classList.add("found");
    setTimeout(() => line?.classList.remove("found"), FLASH);
  });
}
