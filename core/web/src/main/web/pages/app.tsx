import { useEffect } from "preact/hooks";
import { start } from "../data/session.ts";
import { use } from "../data/store.ts";
import { Banner, Skeleton } from "../primitives/bits.tsx";
import { Button } from "../primitives/button.tsx";
import { Inbox } from "../inbox/inbox.tsx";
import { Login } from "./login.tsx";
import { Toasts } from "./toasts.tsx";
import { Welcome } from "./welcome.tsx";
import { t } from "../i18n/i18n.ts";

let begun: Promise<void> | undefined;

export function App() {
  const language = use((s) => s.language);
  useEffect(() => void (begun ??= start()), []);
  return (
    <div class="root" key={language}>
      <Page />
      <Toasts />
    </div>
  );
}

function Page() {
  const me = use((s) => s.me);
  const boot = use((s) => s.boot);
  const route = use((s) => s.route);
  const failed = use((s) => s.failed);
  const asked = use((s) => s.asked);
  if (failed) return <Unreachable />;
  if (me && boot) return <Inbox />;
  if (route.page === "welcome") return <Welcome />;
  return asked && !me ? <Login /> : <Loading />;
}

function Loading() {
  return (
    <main class="loading" aria-busy="true" aria-label={t("app.loading")}>
      {[0, 1, 2, 3, 4].map((n) => <Skeleton key={n} shape="row" />)}
    </main>
  );
}

function Unreachable() {
  return (
    <main class="gate">
      <div class="card">
        <Banner icon="offline" tone="bad" action={<Button onClick={() => location.reload()}>{t("action.retry")}</Button>}>
          {t("app.unreachable")}
        </Banner>
      </div>
    </main>
  );
}
