import type { Conversation, Row } from "../data/model.ts";
import { agentName, channelOf, set, teamName, use } from "../data/store.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Badge } from "../primitives/bits.tsx";
import { Button, IconButton } from "../primitives/button.tsx";
import { channelIcon, Icon } from "../primitives/icon.tsx";
import { back } from "./keys.ts";
import { contactName } from "./row.tsx";
import { useMinute } from "./minute.ts";
import { lasting, t } from "../i18n/i18n.ts";

/** Who it is, who holds it, and what can be done with it. */
export function Header({ data: { row, contact } }: { data: Conversation }) {
  const channel = channelOf(row.channel);
  const open = row.status === "open";
  return (
    <header class="thread-head">
      <IconButton class="back" icon="back" label={t("action.back")} onClick={back} />
      <Avatar name={contact.name ?? ""} id={contact.id} />
      <div class="who">
        <h2><bdi>{contactName(contact)}</bdi></h2>
        <p><Icon name={channelIcon(channel.type)} size={14} /><span>{channel.title}</span><Standing row={row} /></p>
      </div>
      {open && <Holder row={row} />}
      {open && <Button icon="check" onClick={() => set({ overlay: "close" })}>{t("action.close")}</Button>}
      <IconButton class="side-toggle" icon="panel" label={t("side.label")} onClick={() => set({ overlay: "side" })} />
    </header>
  );
}

function Standing({ row }: { row: Row }) {
  useMinute();
  if (row.status === "closed") return <Badge>{t("row.closed")}</Badge>;
  if (row.handler === "bot") return <Badge>{t("row.bot")}</Badge>;
  if (row.handler === "queue") {
    const since = row.waitingSince && lasting(row.waitingSince);
    return <Badge tone="warn">{[t("row.waiting"), teamName(row.team), since].filter(Boolean).join(" · ")}</Badge>;
  }
  return row.handler === "none" ? <Badge tone="warn">{t("row.nobody")}</Badge> : null;
}

function Holder({ row }: { row: Row }) {
  const agents = use((s) => s.agents);
  const holder = row.assignee ? agentName(row.assignee) : t("assign.nobody");
  return (
    <button
      type="button" id="holder" class="holder" aria-haspopup="dialog" title={t("assign.title")}
      onClick={() => set({ overlay: "assign" })}
    >
      <span class="spoken">{t("assign.title")}:</span>
      {row.assignee
        ? <Avatar size="small" name={holder} id={row.assignee} presence={agents[row.assignee]?.availability} />
        : <Icon name="user" />}
      <span class="name">{holder}</span>
      <Icon name="down" size={14} />
    </button>
  );
}
