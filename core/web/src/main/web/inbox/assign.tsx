import type { Agent, Row } from "../data/model.ts";
import { teamName, use } from "../data/store.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Icon } from "../primitives/icon.tsx";
import { type Choice, Picker } from "../primitives/picker.tsx";
import { assignAgent, assignTeam, backToQueue } from "./acts.ts";
import { t } from "../i18n/i18n.ts";

/** Take it, hand it to an agent or a team, or put it back. Those who could take it now come first. */
export function AssignPicker({ row, onClose }: { row: Row; onClose: () => void }) {
  const me = use((s) => s.me!.agent);
  const agents = use((s) => s.agents);
  const teams = use((s) => s.boot!.teams);
  const choices: Choice[] = [];
  if (row.assignee !== me) {
    choices.push({ key: "take", group: "", label: t("assign.take"), lead: <Icon name="press" />, onChoose: () => void assignAgent(row.id, me) });
  }
  if (row.handler === "agent" && row.team) {
    const label = t("assign.back", { team: teamName(row.team) });
    choices.push({ key: "back", group: "", label, lead: <Icon name="queue" />, onChoose: () => void backToQueue(row.id) });
  }
  for (const agent of Object.values(agents).filter((a) => a.id !== me && a.id !== row.assignee).sort(byReadiness)) {
    choices.push({
      key: `agent ${agent.id}`, group: t("assign.agents"), label: agent.name, detail: `${agent.load} / ${agent.capacity}`,
      lead: <Avatar size="small" name={agent.name} id={agent.id} presence={agent.availability} />,
      onChoose: () => void assignAgent(row.id, agent.id),
    });
  }
  for (const team of teams.filter((team) => team.id !== row.team || row.handler !== "queue")) {
    choices.push({
      key: `team ${team.id}`, group: t("assign.teams"), label: team.name, detail: t("assign.members", { n: team.members.length }),
      lead: <Icon name="team" />, onChoose: () => void assignTeam(row.id, team.id),
    });
  }
  return (
    <Picker
      title={t("assign.title")} anchor="#holder" placeholder={t("assign.find")} nothing={t("assign.nothing")}
      choices={choices} onClose={onClose}
    />
  );
}

const RANK = { online: 0, away: 1, offline: 2 };

const byReadiness = (a: Agent, b: Agent): number =>
  RANK[a.availability] - RANK[b.availability] || Number(a.load >= a.capacity) - Number(b.load >= b.capacity) || a.name.localeCompare(b.name);
