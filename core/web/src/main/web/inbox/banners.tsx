import { useEffect, useState } from "preact/hooks";
import { setAvailability } from "../data/session.ts";
import { set, use } from "../data/store.ts";
import { Banner } from "../primitives/bits.tsx";
import { Button } from "../primitives/button.tsx";
import { t } from "../i18n/i18n.ts";

const PATIENCE = 1500;

/** One line over the panes, only when something needs it; the line to the server comes first. */
export function Banners() {
  const link = use((s) => s.link);
  const me = use((s) => s.me!);
  const late = useLate(link === "reconnecting" || link === "connecting");
  return (
    <div class="banners">
      {link === "offline" && <Banner icon="offline" tone="bad">{t("link.offline")}</Banner>}
      {late && link !== "offline" && <Banner icon="refresh" tone="warn">{t("link.reconnecting")}</Banner>}
      {link === "live" && me.availability !== "online" && (
        <Banner icon="clock" tone="plain" action={<Button onClick={() => void setAvailability("online")}>{t("availability.go-online")}</Button>}>
          {t(me.availability === "away" ? "availability.is-away" : "availability.is-offline")}
        </Banner>
      )}
      {link === "live" && !me.hasPassword && (
        <Banner icon="note" tone="plain" action={<Button onClick={() => set({ overlay: "settings" })}>{t("password.set")}</Button>}>
          {t("password.missing")}
        </Banner>
      )}
    </div>
  );
}

/** True once it has lasted: a blink of the line is nobody's concern. */
function useLate(now: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!now) return;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [now]);
  return now && late;
}
