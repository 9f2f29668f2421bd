import type { ComponentChildren } from "preact";
import type { Contact, DeliveryState, Message } from "../data/model.ts";
import { discard, type Pending, retry, send } from "../data/outbox.ts";
import { agentName, get, set } from "../data/store.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Icon, type IconName } from "../primitives/icon.tsx";
import { memo } from "../primitives/memo.ts";
import { Carried } from "./files.tsx";
import { compose } from "./keys.ts";
import { Letter, Letterhead } from "./letter.tsx";
import { Quote } from "./quote.tsx";
import { contactName } from "./row.tsx";
import { clock, moment, t } from "../i18n/i18n.ts";

type Voice = "contact" | "bot" | "agent" | "note";

const voiceOf = (m: Message): Voice =>
  m.direction === "note" ? "note" : m.author === "contact" ? "contact" : m.author === "agent" ? "agent" : "bot";

const STATES: Record<DeliveryState, IconName> = {
  queued: "clock", sending: "clock", sent: "check", delivered: "checks", read: "checks", failed: "alert", unknown: "question",
};

/** @param rest the other messages of its album */
export const Bubble = memo(function Bubble({ message: m, rest, first, contact }: { message: Message; rest: Message[]; first: boolean; contact: Contact }) {
  const voice = voiceOf(m);
  const who = voice === "contact" ? contactName(contact) : voice === "bot" ? t(m.author === "system" ? "author.system" : "author.bot") : agentName(m.agent);
  const trouble = [m, ...rest].find((one) => one.state === "failed" || one.state === "unknown");
  const open = get().thread?.data?.row;
  const answerable = m.answerable && !m.removed && open?.status === "open" && open.channel === m.channel;
  return (
    <article id={`message-${m.id}`} class={`message ${voice} ${first ? "first" : ""} ${m.removed ? "removed" : ""} ${m.automatic ? "automatic" : ""}`}>
      {first && <Author voice={voice} who={who} id={voice === "contact" ? contact.id : m.agent ?? "bot"} initials={voice === "contact" ? contact.name ?? "" : who} />}
      <div class="bubble">
        <Letterhead of={m} />
        {m.replyTo && <Quote of={m.replyTo} contact={contact} />}
        {m.kind === "picked" && <span class="picked"><Icon name="press" size={14} /><span class="spoken">{t("message.picked")}</span></span>}
        <Carried message={m} rest={rest} />
        {m.kind === "unsupported" ? <p class="unsupported">{t("message.unsupported")} {m.text && <bdi>{m.text}</bdi>}</p> : m.text && <Text text={m.text} />}
        {rest.filter((one) => one.text).map((one) => <Text key={one.id} text={one.text} />)}
        <Letter of={m} />
        {m.options && m.options.length > 0 && (
          <ul class="options" aria-label={t("message.options")}>{m.options.map((o) => <li key={o}>{o}</li>)}</ul>
        )}
        <span class="meta">
          {m.removed && <span title={moment(m.removed)}>{t("message.removed")}</span>}
          {m.editedAt && <span title={moment(m.editedAt)}>{t("message.edited")}</span>}
          <time dateTime={m.at} title={moment(m.at)}>{clock(m.at)}</time>
          {m.direction === "out" && m.state && <State state={slowest([m, ...rest])} />}
        </span>
        {answerable && (
          <button type="button" class="answer" aria-label={t("quote.answer")} title={t("quote.answer")} onClick={() => answer(m)}>
            <Icon name="answer" size={16} />
          </button>
        )}
      </div>
      {[m, ...rest].some((one) => one.reactions) && <Reactions of={[m, ...rest].flatMap((one) => one.reactions ?? [])} />}
      {m.earlier && <Earlier of={m.earlier} />}
      {trouble && (
        <Trouble>
          <span>{trouble.why?.startsWith("WINDOW_CLOSED") ? t("message.window-closed") : trouble.why ? t("message.why", { state: t(`state.${trouble.state!}`), why: trouble.why }) : t(`state.${trouble.state!}`)}</span>
          {m.author === "agent" && m.kind === "text" && !m.files && !m.why?.startsWith("WINDOW_CLOSED") && open?.status === "open" && (
            <button type="button" class="link" onClick={() => send(m.conversation, "reply", m.text, m.replyTo?.id)}>{t("action.send-again")}</button>
          )}
        </Trouble>
      )}
    </article>
  );
});

const ORDER: DeliveryState[] = ["failed", "unknown", "queued", "sending", "sent", "delivered", "read"];

/** What is said of an album: what holds for all of it. */
const slowest = (album: Message[]): DeliveryState =>
  album.map((m) => m.state ?? "sent").sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0];

/** What people put under a message, the same ones together. */
function Reactions({ of }: { of: string[] }) {
  const times = new Map<string, number>();
  for (const reaction of of) times.set(reaction, (times.get(reaction) ?? 0) + 1);
  return (
    <ul class="reactions" aria-label={t("message.reactions")}>
      {[...times].map(([reaction, n]) => <li key={reaction}><bdi>{reaction}</bdi>{n > 1 && ` ${n}`}</li>)}
    </ul>
  );
}

/** What the message said before, for whoever asks. */
function Earlier({ of }: { of: NonNullable<Message["earlier"]> }) {
  return (
    <details class="earlier">
      <summary>{t("message.earlier")}</summary>
      <ol>{of.map(({ text, at }) => <li key={at + text}><time dateTime={at}>{moment(at)}</time> <bdi>{text}</bdi></li>)}</ol>
    </details>
  );
}

/** The next reply answers this message. */
function answer(message: Message): void {
  set({ answering: message });
  compose("reply");
}

export function PendingBubble({ line, first }: { line: Pending; first: boolean }) {
  const me = get().me!;
  const voice = line.verb === "note" ? "note" : "agent";
  return (
    <article class={`message ${voice} ${first ? "first" : ""} pending`}>
      {first && <Author voice={voice} who={me.name} id={me.agent} />}
      <div class="bubble">
        {line.files?.map((file) => <p key={file.id} class="file"><Icon name="document" size={20} /><bdi class="name">{file.name}</bdi></p>)}
        {line.text && <Text text={line.text} />}
        <span class="meta">
          <time dateTime={line.at}>{clock(line.at)}</time>
          <State state={line.state === "failed" ? "failed" : "sending"} />
        </span>
      </div>
      {line.state === "failed" && (
        <Trouble>
          <span>{line.error || t("message.interrupted")}</span>
          <button type="button" class="link" onClick={() => retry(line)}>{t("action.retry")}</button>
          <button type="button" class="link" onClick={() => discard(line.id)}>{t("action.discard")}</button>
        </Trouble>
      )}
    </article>
  );
}

function Author({ voice, who, id, initials = who }: { voice: Voice; who: string; id: string; initials?: string }) {
  return (
    <p class="author">
      {voice === "note" ? <span class="avatar small glyph"><Icon name="note" size={12} /></span>
        : <Avatar size="small" name={initials} id={id} icon={voice === "bot" ? "bot" : undefined} />}
      <bdi>{who}</bdi>
      {voice === "note" && <span class="kind">{t("author.note")}</span>}
    </p>
  );
}

function State({ state }: { state: DeliveryState }) {
  const label = t(`state.${state}`);
  return <span class={`delivery ${state}`} role="img" aria-label={label} title={label}><Icon name={STATES[state]} size={14} /></span>;
}

const Trouble = ({ children }: { children: ComponentChildren }) => (
  <p class="trouble" role="alert"><Icon name="alert" size={14} />{children}</p>
);

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g;

/** Plain text with its links; nothing in it is markup. */
function Text({ text }: { text: string }) {
  const parts = text.split(LINK);
  return (
    <p class="text" dir="auto">
      {parts.map((part, i) => i % 2 ? <a key={i} href={part} target="_blank" rel="noopener noreferrer nofollow">{part}</a> : part)}
    </p>
  );
}
