import { useState } from "preact/hooks";
import { api, ApiError } from "../data/api.ts";
import type { Language } from "../data/model.ts";
import { failureText } from "../data/outbox.ts";
import { applyTheme, enterSends, setEnterSends, setShortcuts, shortcutsOn, type Theme, theme } from "../data/prefs.ts";
import { chooseLanguage } from "../data/session.ts";
import { set, toast, use } from "../data/store.ts";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Select, Switch, TextField } from "../primitives/field.tsx";
import { SHORTEST_PASSWORD } from "../pages/welcome.tsx";
import { modifier } from "./composer.tsx";
import { languageName, t } from "../i18n/i18n.ts";

const THEMES: Theme[] = ["system", "light", "dark"];

/** What an agent sets for themselves. Language and password are the account's, the rest this browser's. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const languages = use((s) => s.boot!.languages);
  const language = use((s) => s.language);
  const [look, setLook] = useState(theme());
  const [keys, setKeys] = useState(shortcutsOn());
  const [enter, setEnter] = useState(enterSends());
  return (
    <Dialog title={t("settings.title")} onClose={onClose}>
      <div class="body">
        <div class="pair">
          <Select
            label={t("settings.language")} value={language}
            onValue={(code) => void chooseLanguage(code as Language).catch((e) => toast(failureText(e), true))}
            options={languages.map((code) => ({ value: code, label: languageName(code, code) }))}
          />
          <Select
            label={t("settings.theme")} value={look} onValue={(v) => (setLook(v as Theme), applyTheme(v as Theme))}
            options={THEMES.map((v) => ({ value: v, label: t(`theme.${v}`) }))}
          />
        </div>
        <Switch label={t("settings.shortcuts")} hint={t("settings.shortcuts-hint")} on={keys} onChange={(on) => (setKeys(on), setShortcuts(on))} />
        <Switch label={t("settings.enter")} hint={t("settings.enter-hint", { modifier })} on={enter} onChange={(on) => (setEnter(on), setEnterSends(on))} />
        <Password />
      </div>
    </Dialog>
  );
}

function Password() {
  const has = use((s) => s.me!.hasPassword);
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<"old" | "new">();
  const submit = async (e: Event) => {
    e.preventDefault();
    setWrong(next.length < SHORTEST_PASSWORD ? "new" : undefined);
    if (next.length < SHORTEST_PASSWORD) return;
    setBusy(true);
    try {
      set({ me: await api.change({ password: next, oldPassword: has ? old : undefined }) });
      setOld("");
      setNext("");
      toast(t("password.done"));
    } catch (failure) {
      const { code } = failure as ApiError;
      if (code === "bad-credentials") setWrong("old");
      else if (code === "weak-password") setWrong("new");
      else toast(failureText(failure), true);
    }
    setBusy(false);
  };
  return (
    <form class="password" onSubmit={submit} noValidate>
      <h3>{t(has ? "password.change" : "password.set")}</h3>
      {has && (
        <TextField label={t("password.old")} value={old} onValue={setOld} secret autoComplete="current-password"
          error={wrong === "old" ? t("password.old-wrong") : undefined} />
      )}
      <TextField label={t("password.new")} value={next} onValue={setNext} secret autoComplete="new-password"
        hint={t("password.hint", { n: SHORTEST_PASSWORD })} error={wrong === "new" ? t("password.weak", { n: SHORTEST_PASSWORD }) : undefined} />
      <Button type="submit" busy={busy} disabled={!next}>{t(has ? "password.change" : "password.set")}</Button>
    </form>
  );
}
