import { useEffect, useState } from "preact/hooks";
import { api } from "../data/api.ts";
import type { Conversation } from "../data/model.ts";
import { command } from "../data/outbox.ts";
import { go } from "../data/session.ts";
import { channelOf, get, use } from "../data/store.ts";
import { openThread } from "../data/thread.ts";
import { Banner } from "../primitives/bits.tsx";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Area, Select, Switch } from "../primitives/field.tsx";
import { type Filled, FormFields } from "./form.tsx";
import { windowClosed } from "./window.tsx";
import { contactName } from "./row.tsx";
import { t } from "../i18n/i18n.ts";

/** A new conversation with a known contact: the agent has the first word. It leads there as soon as it exists. */
export function StartDialog({ data: { row, contact }, onClose }: { data: Conversation; onClose: () => void }) {
  const channels = [...new Set(contact.identities.map((i) => i.channel))].map(channelOf);
  const [channel, setChannel] = useState(channels.some((c) => c.id === row.channel) ? row.channel : channels[0]?.id ?? "");
  const [text, setText] = useState("");
  const windowed = channels.find((c) => c.id === channel)?.replyWindow !== undefined;
  const [asForm, setAsForm] = useState<boolean>();
  const [filled, setFilled] = useState<Filled>();
  const over = channel !== row.channel || windowClosed(row);
  const form = windowed && (asForm ?? over);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const current = use((s) => s.thread?.data?.current);
  useEffect(() => {
    if (busy && current) go({ page: "inbox", view: get().list.view, id: current });
  }, [busy, current]);
  const submit = async (e: Event) => {
    e.preventDefault();
    setTried(true);
    if (form ? !filled : !text.trim()) return;
    setBusy(true);
    setError("");
    const failed = await command((id) => api.start(contact.id, form ? { id, channel, ...filled } : { id, channel, text: text.trim() }));
    if (failed) {
      setBusy(false);
      return setError(failed);
    }
    // Its row leads there; should the stream be slow, the answer of this thread does.
    await openThread(row.id, true);
  };
  return (
    <Dialog title={t("start.title")} onClose={onClose}>
      <form class="body" onSubmit={submit} noValidate>
        {error && <Banner icon="alert" tone="bad">{error}</Banner>}
        <p>{t("start.lead", { name: contactName(contact) })}</p>
        <Select label={t("start.channel")} value={channel} onValue={setChannel} options={channels.map((c) => ({ value: c.id, label: c.title }))} />
        {windowed && <Switch label={t("start.as-form")} hint={over ? t("window.closed") : undefined} on={form} onChange={setAsForm} />}
        {form && <FormFields channel={channel} onFilled={setFilled} />}
        {form && tried && !filled && <p class="error" role="alert">{t("start.form-needed")}</p>}
        {!form && <Area label={t("start.text")} rows={4} required value={text} onValue={setText} error={tried && !text.trim() ? t("start.text-needed") : undefined} />}
        <footer>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" icon="send" busy={busy}>{t("start.submit")}</Button>
        </footer>
      </form>
    </Dialog>
  );
}
