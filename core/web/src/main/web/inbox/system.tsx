import type { TimelineEvent } from "../data/model.ts";
import { agentName, channelOf, get, teamName } from "../data/store.ts";
import { Icon, type IconName } from "../primitives/icon.tsx";
import { memo } from "../primitives/memo.ts";
import { clock, known, t } from "../i18n/i18n.ts";

/** A centred line: what happened, in one sentence. */
export const SystemLine = memo(function SystemLine({ event }: { event: TimelineEvent }) {
  const { icon, text, more, bad } = tell(event);
  return (
    <p class={`system ${bad ? "bad" : ""} ${event.type === "opened" ? "opening" : ""}`}>
      <Icon name={icon} size={14} />
      <span class="text">{text}{more && ` · ${more}`} <time dateTime={event.at}>{clock(event.at)}</time></span>
    </p>
  );
});

/** A word of the server in the agent's language, or as it is. */
export const word = (group: "source" | "filter" | "strategy" | "run", value: string): string => {
  const key = known(`${group}.${value}`);
  return key ? t(key) : value;
};

interface Told {
  icon: IconName;
  text: string;
  more?: string;
  bad?: boolean;
}

function tell(e: TimelineEvent): Told {
  switch (e.type) {
    case "opened":
      return { icon: "chat", text: t("event.opened", { channel: channelOf(e.channel ?? "").title }), more: e.source && word("source", e.source) };
    case "workflow-started":
      return { icon: "flow", text: t("event.workflow-started", { workflow: e.workflow ?? "" }) };
    case "routed":
      return { icon: "team", text: t("event.routed", { team: teamName(e.team) }), more: e.rule };
    case "queued":
      return { icon: "queue", text: t("event.queued", { team: teamName(e.team) }) };
    case "assigned":
      return { icon: "user", text: assigned(e), more: e.why };
    case "unassigned":
      return { icon: "queue", text: e.by ? t("event.unassigned-by", { by: agentName(e.by) }) : t("event.unassigned") };
    case "closed":
      return { icon: "check", text: e.by ? t("event.closed-by", { by: agentName(e.by) }) : t("event.closed"), more: closing(e) };
    case "window-closing":
      return { icon: "clock", text: t("event.window-closing", { time: e.ends ? clock(e.ends) : "" }) };
    case "run-failed":
      return { icon: "alert", text: t("event.run-failed"), more: e.reason, bad: true };
    case "merged":
      return { icon: "user", text: t("event.merged"), more: e.why };
    case "parted":
      return { icon: "user", text: t("event.parted"), more: e.why };
    case "unreachable":
      return { icon: "offline", text: t("event.unreachable"), more: e.why, bad: true };
    case "reachable":
      return { icon: "info", text: t("event.reachable") };
    case "stray-edit":
      return { icon: "edit", text: t("event.stray-edit"), more: e.text };
    case "stray-removed":
      return { icon: "info", text: t("event.stray-removed") };
    case "stray-reaction":
      return e.text ? { icon: "info", text: t("event.stray-reaction", { reaction: e.text }) } : { icon: "info", text: t("event.stray-reaction-gone") };
    case "fenced":
      return { icon: "info", text: t("event.fenced"), more: e.text };
    default:
      return { icon: "info", text: e.text || e.type };
  }
}

function assigned(e: TimelineEvent): string {
  const me = get().me?.agent;
  const agent = agentName(e.agent);
  if (e.source === "first-reply") return t("event.assigned-reply", { agent });
  if (e.source !== "manual") return t("event.assigned", { agent });
  if (e.by === e.agent) return e.agent === me ? t("event.taken-me") : t("event.taken", { agent });
  return t("event.assigned-by", { agent, by: agentName(e.by) });
}

function closing(e: TimelineEvent): string {
  const source = !e.by && e.source ? word("source", e.source) : "";
  return [source, e.category, e.summary].filter(Boolean).join(" · ");
}
