import { useState } from "preact/hooks";
import { api, ApiError } from "../data/api.ts";
import { failureText } from "../data/outbox.ts";
import { enter } from "../data/session.ts";
import { Banner } from "../primitives/bits.tsx";
import { Button } from "../primitives/button.tsx";
import { TextField } from "../primitives/field.tsx";
import { Gate } from "./gate.tsx";
import { t } from "../i18n/i18n.ts";

export const SHORTEST_PASSWORD = 12;

/** Taken once and wiped from the address: it must not stay in the history or travel with a shared link. */
const token = location.pathname.startsWith("/welcome") ? location.hash.slice(1) : "";
if (token) history.replaceState(null, "", "/welcome");

export function Welcome() {
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState<"set" | "skip">();
  const [weak, setWeak] = useState(false);
  const [error, setError] = useState(token ? "" : t("welcome.bad"));
  const open = async (how: "set" | "skip") => {
    setError("");
    setWeak(how === "set" && password.length < SHORTEST_PASSWORD);
    if (how === "set" && password.length < SHORTEST_PASSWORD) return;
    setBusy(how);
    try {
      await enter(await api.welcome(token, how === "set" ? password : undefined));
    } catch (e) {
      const failure = e as ApiError;
      setWeak(failure.code === "weak-password");
      setError(failure.status === 401 ? t("welcome.bad") : failure.code === "weak-password" ? "" : failureText(failure));
      setBusy(undefined);
    }
  };
  return (
    <Gate title={t("welcome.title")} lead={t("welcome.lead")}>
      {error && <Banner icon="alert" tone="bad">{error}</Banner>}
      {token
        ? (
          <form onSubmit={(e) => (e.preventDefault(), void open("set"))}>
            <TextField
              label={t("welcome.password")} value={password} onValue={setPassword} secret autoFocus
              autoComplete="new-password" hint={t("password.hint", { n: SHORTEST_PASSWORD })}
              error={weak ? t("password.weak", { n: SHORTEST_PASSWORD }) : undefined}
            />
            <Button type="submit" look="primary" busy={busy === "set"} disabled={!!busy}>{t("welcome.set")}</Button>
            <Button look="quiet" busy={busy === "skip"} disabled={!!busy} onClick={() => void open("skip")}>{t("welcome.skip")}</Button>
          </form>
        )
        : <Button look="primary" onClick={() => location.assign("/login")}>{t("login.submit")}</Button>}
    </Gate>
  );
}


