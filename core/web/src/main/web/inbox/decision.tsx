import { useEffect, useState } from "preact/hooks";
import { api } from "../data/api.ts";
import type { Candidate, Decision, Row, TimelineEvent } from "../data/model.ts";
import { agentName, teamName } from "../data/store.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Skeleton } from "../primitives/bits.tsx";
import { Button } from "../primitives/button.tsx";
import { Icon } from "../primitives/icon.tsx";
import { useMinute } from "./minute.ts";
import { Fact, Section } from "./side.tsx";
import { word } from "./system.tsx";
import { lasting, moment, t } from "../i18n/i18n.ts";

/** "Why this agent, and why not me": the record of the assignment, or why nobody has it yet. */
export function DecisionPanel({ row, events }: { row: Row; events: TimelineEvent[] }) {
  const [decision, setDecision] = useState<Decision | "failed">();
  const [again, setAgain] = useState(0);
  useEffect(() => {
    let current = true;
    api.decision(row.id).then((d) => current && setDecision(d), () => current && setDecision("failed"));
    return () => void (current = false);
  }, [row.id, row.handler, row.assignee, row.team, again]);
  if (row.handler === "bot" && row.status === "open") return null;
  const routed = events.filter((e) => e.type === "routed" && (e.conversation ?? row.id) === row.id).at(-1);
  return (
    <Section title={t("decision.title")}>
      {decision === undefined ? <Skeleton shape="line" />
        : decision === "failed" ? <Button look="quiet" icon="refresh" onClick={() => setAgain(again + 1)}>{t("action.retry")}</Button>
        : <Told decision={decision} rule={routed?.rule} />}
    </Section>
  );
}

function Told({ decision, rule }: { decision: Decision; rule?: string }) {
  useMinute();
  // Who had it before says nothing about a conversation that waits again.
  const d: Partial<Decision> = decision.waiting ? { waiting: decision.waiting } : decision;
  const candidates = [...d.candidates ?? []].sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));
  if (!d.at && !d.waiting && !rule) return <p class="hint">{t("decision.none")}</p>;
  return (
    <>
      {d.waiting && (
        <p class="waiting">
          <Icon name="clock" size={16} />
          <span>
            {t("decision.waiting", { n: d.waiting.position, since: lasting(d.waiting.since) })}
            {d.waiting.reason && <span class="hint">{d.waiting.reason}</span>}
          </span>
        </p>
      )}
      {d.agent && (
        <p class="chosen">
          <Avatar size="small" name={agentName(d.agent)} id={d.agent} />
          <span><strong>{agentName(d.agent)}</strong><span class="hint">{d.why}</span></span>
        </p>
      )}
      <dl>
        {rule && <Fact name={t("decision.rule")}>{rule}</Fact>}
        {d.team && <Fact name={t("side.team")}>{teamName(d.team)}</Fact>}
        {d.strategy && <Fact name={t("decision.strategy")}>{word("strategy", d.strategy)}</Fact>}
        {d.at && <Fact name={t("decision.at")}>{moment(d.at)}</Fact>}
      </dl>
      {candidates.length > 0 && (
        <ol class="candidates" aria-label={t("decision.candidates")}>
          {candidates.map((c) => <Line key={c.agent} candidate={c} chosen={c.agent === d.agent} />)}
        </ol>
      )}
    </>
  );
}

function Line({ candidate: c, chosen }: { candidate: Candidate; chosen: boolean }) {
  return (
    <li class={c.excluded ? "out" : chosen ? "in" : ""}>
      <span class="rank">{c.excluded ? <Icon name="close" size={12} /> : c.rank ?? "·"}</span>
      <span class="name">{agentName(c.agent)}</span>
      <span class="why">{c.excluded ? word("filter", c.excluded) : `${c.load} / ${c.capacity}`}</span>
    </li>
  );
}
