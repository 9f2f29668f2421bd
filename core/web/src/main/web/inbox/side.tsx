import type { ComponentChildren } from "preact";
import type { Conversation } from "../data/model.ts";
import { agentName, channelOf, teamName, use } from "../data/store.ts";
import { go } from "../data/session.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Badge } from "../primitives/bits.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { channelIcon, Icon } from "../primitives/icon.tsx";
import { DecisionPanel } from "./decision.tsx";
import { SamePerson } from "./merge.tsx";
import { Participants } from "./participants.tsx";
import { contactName } from "./row.tsx";
import { word } from "./system.tsx";
import { languageName, moment, t } from "../i18n/i18n.ts";

/** Who the contact is, where the conversation stands, and what was before. */
export function SidePane() {
  const data = use((s) => s.thread?.data);
  return <aside class="side-pane" tabIndex={data ? 0 : -1} aria-label={t("side.label")}>{data && <Side data={data} />}</aside>;
}

export function SideDrawer({ data, onClose }: { data: Conversation; onClose: () => void }) {
  return (
    <Dialog title={t("side.label")} kind="drawer" onClose={onClose}>
      <div class="side-body" tabIndex={0} role="group" aria-label={t("side.label")}><Side data={data} /></div>
    </Dialog>
  );
}

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Side({ data }: { data: Conversation }) {
  const { contact, row, run, previous } = data;
  const fields = Object.entries(contact.fields);
  return (
    <>
      <div class="contact-card">
        <Avatar size="large" name={contact.name ?? ""} id={contact.id} />
        <p class="name"><bdi>{contactName(contact)}</bdi></p>
        {contact.language && <p class="hint">{languageName(contact.language)}</p>}
        {contact.tags.length > 0 && <p class="tags" aria-label={t("side.tags")}>{contact.tags.map((tag) => <Badge key={tag}>{tag}</Badge>)}</p>}
      </div>
      {fields.length > 0 && (
        <Section title={t("side.fields")}>
          <dl>{fields.map(([name, value]) => <Fact key={name} name={name}><bdi>{value}</bdi></Fact>)}</dl>
        </Section>
      )}
      <Section title={t("side.channels")}>
        <ul class="plain">
          {contact.identities.map(({ channel, identity }) => (
            <li key={channel + identity} class="identity">
              <Icon name={channelIcon(channelOf(channel).type)} size={16} />
              <span>{channelOf(channel).title}<span class="hint one-line" title={identity}><bdi>{identity}</bdi></span></span>
            </li>
          ))}
        </ul>
        <SamePerson contact={contact} conversation={row.id} />
      </Section>
      {data.participants && (
        <Section title={t("side.participants")}>
          <Participants key={row.id} of={data.participants} conversation={row.id} open={row.status === "open"} />
        </Section>
      )}
      <Section title={t("side.conversation")}>
        <dl>
          <Fact name={t("side.opened")}>{moment(row.openedAt)}</Fact>
          {row.source && <Fact name={t("side.source")}>{word("source", row.source)}</Fact>}
          {row.team && <Fact name={t("side.team")}>{teamName(row.team)}</Fact>}
          {row.assignee && <Fact name={t("side.agent")}>{agentName(row.assignee)}</Fact>}
          {row.closedAt && <Fact name={t("side.closed")}>{moment(row.closedAt)}</Fact>}
          {row.category && <Fact name={t("close.category")}>{row.category}</Fact>}
        </dl>
      </Section>
      <DecisionPanel key={row.id} row={row} events={data.events} />
      {run && (
        <Section title={t("side.run")}>
          <p class="run-name"><Icon name="flow" size={16} />{run.workflow}<Badge>{word("run", run.state)}</Badge></p>
          <ol class="trail">
            {run.trail.map(({ step, why }, i) => (
              <li key={i} class={i === run.trail.length - 1 ? "last" : ""} aria-current={step === run.step && i === run.trail.length - 1 ? "step" : undefined}>
                {step}{why && <span class="hint">{why}</span>}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {previous.length > 0 && (
        <Section title={t("side.previous", { n: previous.length })}>
          <ul class="plain">
            {previous.map((p) => (
              <li key={p.id}>
                <a class="previous" href={`/inbox/closed/${p.id}`} onClick={(e) => (e.preventDefault(), go({ page: "inbox", view: "closed", id: p.id }))}>
                  <strong>{p.category || t("side.no-category")}</strong>
                  <span class="hint">{[moment(p.openedAt), p.assignee && agentName(p.assignee)].filter(Boolean).join(" · ")}</span>
                  {p.summary && <span class="summary">{p.summary}</span>}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
