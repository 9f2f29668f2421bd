import type { Conversation } from "../data/model.ts";
import { go } from "../data/session.ts";
import { set } from "../data/store.ts";
import { Button } from "../primitives/button.tsx";
import { Icon } from "../primitives/icon.tsx";
import { moment, t } from "../i18n/i18n.ts";

/** In place of the composer when there is nothing to answer any more: the way to the open conversation or to a new one. */
export function ClosedBar({ data }: { data: Conversation }) {
  const { row, current } = data;
  return (
    <div class="closed-bar">
      <Icon name="check" />
      <p>
        <strong>{row.closedAt ? t("closed.at", { at: moment(row.closedAt) }) : t("row.closed")}</strong>
        <span>{[row.category, t(current ? "closed.current" : "closed.hint")].filter(Boolean).join(" · ")}</span>
      </p>
      {current
        ? <Button onClick={() => go({ page: "inbox", view: "all", id: current })}>{t("closed.go")}</Button>
        : <Button icon="chat" onClick={() => set({ overlay: "start" })}>{t("start.title")}</Button>}
    </div>
  );
}
