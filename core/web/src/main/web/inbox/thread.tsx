import { use } from "../data/store.ts";
import { openThread } from "../data/thread.ts";
import { Banner, Empty, Skeleton } from "../primitives/bits.tsx";
import { Button, IconButton } from "../primitives/button.tsx";
import { Composer } from "./composer.tsx";
import { ClosedBar } from "./closed.tsx";
import { Header } from "./header.tsx";
import { back } from "./keys.ts";
import { Log } from "./log.tsx";
import { Keys } from "../primitives/bits.tsx";
import { shortcutsOn } from "../data/prefs.ts";
import { t } from "../i18n/i18n.ts";

export function ThreadPane() {
  const thread = use((s) => s.thread);
  return (
    <main class="thread-pane" id="thread" tabIndex={-1} aria-label={t("thread.label")}>
      {!thread ? <Nothing /> : thread.status === "loading" ? <Loading /> : !thread.data ? <Unreadable id={thread.id} missing={thread.status === "missing"} /> : (
        <>
          <Header data={thread.data} />
          {thread.data.row.unreachable && (
            <Banner icon="offline" tone="warn">{t("thread.unreachable", { why: thread.data.row.unreachable })}</Banner>
          )}
          <Log key={thread.id} data={thread.data} more={thread.more} />
          {thread.data.row.status === "open"
            ? <Composer key={thread.id} row={thread.data.row} contact={thread.data.contact} />
            : <ClosedBar data={thread.data} />}
        </>
      )}
    </main>
  );
}

function Nothing() {
  return (
    <Empty icon="chat" title={t("thread.none")}>
      {shortcutsOn() && <p class="wide-only"><Keys keys="J K" /> {t("thread.none-keys")} <Keys keys="?" /></p>}
    </Empty>
  );
}

function Loading() {
  return (
    <div class="thread-loading" role="status" aria-busy="true" aria-label={t("app.loading")}>
      <Skeleton shape="line" />
      <Skeleton shape="left" /><Skeleton shape="right" /><Skeleton shape="left" /><Skeleton shape="right" />
    </div>
  );
}

function Unreadable({ id, missing }: { id: string; missing: boolean }) {
  return (
    <>
      <div class="thread-head bare"><IconButton class="back" icon="back" label={t("action.back")} onClick={back} /></div>
      <Empty icon={missing ? "question" : "alert"} title={t(missing ? "thread.missing" : "thread.error")}>
        {!missing && <Button icon="refresh" onClick={() => void openThread(id)}>{t("action.retry")}</Button>}
      </Empty>
    </>
  );
}
