import { useState } from "preact/hooks";
import { api, ApiError } from "../data/api.ts";
import { failureText } from "../data/outbox.ts";
import { enter } from "../data/session.ts";
import { Banner } from "../primitives/bits.tsx";
import { Button } from "../primitives/button.tsx";
import { TextField } from "../primitives/field.tsx";
import { Gate } from "./gate.tsx";
import { t } from "../i18n/i18n.ts";

export function Login() {
  const [agent, setAgent] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const submit = async (e: Event) => {
    e.preventDefault();
    setBusy(true);
    setError("");
    try {
      await enter(await api.login(agent.trim(), password));
    } catch (failure) {
      setError(why(failure as ApiError));
      setBusy(false);
    }
  };
  return (
    <Gate title={t("login.title")} lead={t("login.lead")}>
      {error && <Banner icon="alert" tone="bad">{error}</Banner>}
      <form onSubmit={submit}>
        <TextField label={t("login.agent")} value={agent} onValue={setAgent} autoComplete="username" autoFocus required />
        <TextField label={t("login.password")} value={password} onValue={setPassword} autoComplete="current-password" secret required />
        <Button type="submit" look="primary" busy={busy}>{t("login.submit")}</Button>
      </form>
      <p class="foot">{t("login.no-password")}</p>
    </Gate>
  );
}

function why(e: ApiError): string {
  if (e.status === 401) return t("login.bad");
  if (e.status === 429) return t("login.slow", { n: Math.max(1, Math.ceil(e.retryAfter / 60)) });
  return failureText(e);
}
