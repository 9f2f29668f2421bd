import { memo } from "../primitives/memo.ts";
import type { Row } from "../data/model.ts";
import { go } from "../data/session.ts";
import { agentName, channelOf, get, set, teamName } from "../data/store.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { channelIcon, Icon, type IconName } from "../primitives/icon.tsx";
import { useMinute } from "./minute.ts";
import { windowEnding, windowLeft } from "./window.tsx";
import { ago, lasting, span, t } from "../i18n/i18n.ts";

/** Every row is this high: the list draws only those in sight. */
export const ROW = 76;

interface Props {
  row: Row;
  at: number;
  of: number;
  chosen: boolean;
  cursor: boolean;
}

/** Nobody has told their name: the end of their id tells one from the other. */
export const contactName = (contact: { id: string; name?: string }): string =>
  contact.name || t("contact.unnamed", { mark: BigInt(contact.id).toString(36).slice(-4).toUpperCase() });

/** The contact had the last word and a person is to answer. */
const awaits = (row: Row): boolean => row.status === "open" && row.handler !== "bot" && row.preview?.author === "contact";

export function openRow(id: string): void {
  const { route } = get();
  set({ cursor: id });
  if (route.page === "inbox") go({ ...route, id });
}

export const RowView = memo(function RowView({ row, at, of, chosen, cursor }: Props) {
  useMinute();
  const name = contactName(row.contact);
  const waiting = awaits(row);
  const state = standing(row);
  return (
    <div
      id={`row-${row.id}`} role="option" aria-selected={chosen} aria-setsize={of} aria-posinset={at + 1}
      class={`row ${chosen ? "chosen" : ""} ${cursor ? "cursor" : ""} ${waiting ? "awaits" : ""}`}
      style={{ top: `${at * ROW}px` }} onClick={() => openRow(row.id)}
    >
      <Avatar name={row.contact.name ?? ""} id={row.contact.id} />
      <span class="name"><bdi>{name}</bdi></span>
      <time dateTime={row.lastAt}>{ago(row.lastAt)}</time>
      <span class="preview">
        {row.preview?.author === "note" && <Icon name="note" size={14} />}
        {row.preview?.author === "bot" && <Icon name="bot" size={14} />}
        <bdi>{preview(row)}</bdi>
      </span>
      {waiting && <span class="mark-new"><span class="spoken">{t("row.awaits")}</span></span>}
      <span class="state">
        <Icon name={channelIcon(channelOf(row.channel).type)} size={14} />
        <Icon name={state.icon} size={14} />
        <span>{state.text}</span>
        {row.unreachable ? <span class="unreachable" title={row.unreachable}><Icon name="offline" size={14} />{t("row.unreachable")}</span> : <WindowMark row={row} />}
      </span>
    </div>
  );
});

/** Only where it is about to close: a mark on every row would be none. */
function WindowMark({ row }: { row: Row }) {
  if (!windowEnding(row)) return null;
  const text = t("window.left", { time: span(windowLeft(row)!) });
  return <span class="window-mark" title={text}><Icon name="clock" size={14} /><span class="spoken">{text}</span><span aria-hidden="true">{span(windowLeft(row)!)}</span></span>;
}

function preview(row: Row): string {
  if (!row.preview) return "";
  if (row.preview.author === "agent") return t(row.assignee === get().me?.agent ? "row.you" : "row.agent", { text: row.preview.text });
  return row.preview.text;
}

function standing(row: Row): { icon: IconName; text: string } {
  if (row.status === "closed") return { icon: "check", text: row.category || t("row.closed") };
  switch (row.handler) {
    case "bot":
      return { icon: "bot", text: t("row.bot") };
    case "queue":
      return { icon: "queue", text: [teamName(row.team), row.waitingSince && lasting(row.waitingSince)].filter(Boolean).join(" · ") };
    case "agent":
      return { icon: "user", text: row.assignee === get().me?.agent ? t("row.mine") : agentName(row.assignee) };
    case "none":
      return { icon: "team", text: t("row.nobody") };
  }
}
