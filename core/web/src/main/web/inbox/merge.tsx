import { useEffect, useState } from "preact/hooks";
import { api } from "../data/api.ts";
import type { Contact, Conversation, Merged, Person } from "../data/model.ts";
import { command, commandOrToast } from "../data/outbox.ts";
import { channelOf, set, toast } from "../data/store.ts";
import { openThread } from "../data/thread.ts";
import { Banner } from "../primitives/bits.tsx";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { TextField } from "../primitives/field.tsx";
import { moment, t } from "../i18n/i18n.ts";
import { contactName } from "./row.tsx";

const PAUSE = 250;

/** Below the channels of a contact: who it was merged with, and the way to say that it is somebody else, too. */
export function SamePerson({ contact, conversation }: { contact: Contact; conversation: string }) {
  return (
    <>
      {contact.merged && contact.merged.length > 0 && (
        <ul class="plain merged" aria-label={t("merge.before")}>
          {contact.merged.map((one) => <Before key={one.id} one={one} contact={contact.id} conversation={conversation} />)}
        </ul>
      )}
      <Button look="quiet" icon="user" onClick={() => set({ overlay: "merge" })}>{t("merge.same-as")}</Button>
    </>
  );
}

function Before({ one, contact, conversation }: { one: Merged; contact: string; conversation: string }) {
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    await commandOrToast((id) => api.unmerge(contact, { id, merge: one.id }));
    setBusy(false);
    await openThread(conversation, true);
  };
  return (
    <li class="identity">
      <span>
        <bdi>{one.name || t("merge.somebody")}</bdi>
        <span class="hint">{[moment(one.at), one.why].filter(Boolean).join(" · ")}</span>
      </span>
      <Button look="quiet" busy={busy} onClick={() => void undo()}>{t("merge.undo")}</Button>
    </li>
  );
}

/** Looks for the other contact. What becomes of both is said before it is done. */
export function MergeDialog({ data: { row, contact }, onClose }: { data: Conversation; onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<Person[]>([]);
  const [other, setOther] = useState<Person>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  useEffect(() => {
    const q = query.trim();
    if (!q) return setFound([]);
    const timer = setTimeout(() => {
      api.people(q).then(({ contacts }) => setFound(contacts.filter((one) => one.id !== contact.id)), (e: Error) => setError(e.message));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [query]);
  const submit = async (e: Event) => {
    e.preventDefault();
    if (!other || busy) return;
    setBusy(true);
    setError("");
    const failed = await command((id) => api.merge(contact.id, { id, other: other.id }));
    setBusy(false);
    if (failed) return setError(failed);
    toast(t("merge.done"));
    onClose();
    await openThread(row.id, true);
  };
  return (
    <Dialog title={t("merge.title")} onClose={onClose}>
      <form class="body" onSubmit={submit} noValidate>
        {error && <Banner icon="alert" tone="bad">{error}</Banner>}
        <p class="hint">{t("merge.lead")}</p>
        <TextField label={t("merge.search")} value={query} onValue={setQuery} />
        <div class="people" role="radiogroup" aria-label={t("merge.found")}>
          {found.map((one) => (
            <label class="person" key={one.id}>
              <input type="radio" name="other" checked={other?.id === one.id} onChange={() => setOther(one)} />
              <span><bdi>{contactName(one)}</bdi><span class="hint"><bdi>{one.identities.map((i) => `${channelOf(i.channel).title}: ${i.identity}`).join(", ")}</bdi></span></span>
            </label>
          ))}
        </div>
        {query.trim() && found.length === 0 && <p class="hint" role="status">{t("merge.nobody")}</p>}
        <footer>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={busy} disabled={!other}>{t("merge.submit")}</Button>
        </footer>
      </form>
    </Dialog>
  );
}
