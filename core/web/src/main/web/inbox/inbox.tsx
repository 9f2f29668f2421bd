import { useEffect } from "preact/hooks";
import { use } from "../data/store.ts";
import { Banners } from "./banners.tsx";
import { listenForKeys } from "./keys.ts";
import { ListPane } from "./list.tsx";
import { Overlays } from "./overlays.tsx";
import { Rail } from "./rail.tsx";
import { SidePane } from "./side.tsx";
import { ThreadPane } from "./thread.tsx";
import { t } from "../i18n/i18n.ts";

/** The inbox: rail, list, thread, side; on a phone one of them at a time. */
export function Inbox() {
  const open = use((s) => s.route.page === "inbox" && s.route.id);
  const mine = use((s) => s.counts?.mine ?? 0);
  const name = use((s) => s.boot!.name);
  useEffect(() => listenForKeys(), []);
  useEffect(() => followPane(open), [open]);
  useEffect(() => {
    document.title = `${mine ? `(${mine}) ` : ""}${t("inbox.title")} · ${name}`;
  }, [mine, name]);
  return (
    <div class={open ? "inbox with-thread" : "inbox"}>
      <a class="skip" href="#thread">{t("inbox.skip")}</a>
      <Rail />
      <Banners />
      <ListPane />
      <ThreadPane />
      <SidePane />
      <Overlays />
    </div>
  );
}

/** On a phone the pane that had the focus goes away: the focus goes along to the one that comes. */
function followPane(open: string | false | undefined): void {
  if (!matchMedia("(max-width: 699px)").matches) return;
  document.querySelector<HTMLElement>(open ? "#thread" : "#list [role=listbox]")?.focus({ preventScroll: true });
}
