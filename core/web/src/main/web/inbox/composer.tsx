import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Contact, Row } from "../data/model.ts";
import { send, sendFiles } from "../data/outbox.ts";
import { enterSends, recall, remember } from "../data/prefs.ts";
import { agentName, set, use } from "../data/store.ts";
import { Button, IconButton } from "../primitives/button.tsx";
import { Icon } from "../primitives/icon.tsx";
import { Tabs } from "../primitives/tabs.tsx";
import { command } from "../data/outbox.ts";
import { api } from "../data/api.ts";
import { type Filled, FormFields } from "./form.tsx";
import { FOCUS } from "./keys.ts";
import { Answering } from "./quote.tsx";
import { takesFiles, Tray, useTray } from "./tray.tsx";
import { WindowClock, windowClosed, windowLeft } from "./window.tsx";
import { t } from "../i18n/i18n.ts";

type Verb = "reply" | "form" | "note";

const TALLEST = 220;
export const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";

/** The draft of one conversation, kept in this browser under its id: it can end up in no other one. */
function useDraft(conversation: string, verb: Verb): [string, (text: string) => void] {
  const key = `draft.${conversation}.${verb}`;
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  return [drafts[key] ?? recall(key) ?? "", (text) => {
    remember(key, text);
    setDrafts((all) => ({ ...all, [key]: text }));
  }];
}

export function Composer({ row, contact }: { row: Row; contact: Contact }) {
  const [wanted, setVerb] = useState<Verb>("reply");
  const forms = windowLeft(row) !== undefined;
  const closed = windowClosed(row);
  const verb: Verb = wanted === "note" ? "note" : closed || wanted === "form" && forms ? "form" : "reply";
  const [filled, setFilled] = useState<Filled>();
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const [text, setText] = useDraft(row.id, verb);
  const box = useRef<HTMLTextAreaElement>(null);
  const answering = use((s) => s.answering);
  useEffect(() => () => set({ answering: undefined }), []);
  useEffect(() => {
    const focus = (e: Event) => {
      setVerb((e as CustomEvent<Verb>).detail);
      box.current?.focus();
    };
    addEventListener(FOCUS, focus);
    return () => removeEventListener(FOCUS, focus);
  }, []);
  useLayoutEffect(() => {
    const el = box.current;
    if (!el) return;
    el.style.height = "auto";
    el.style.height = `${Math.min(TALLEST, el.scrollHeight)}px`;
  }, [text, verb]);
  const tray = useTray(row);
  const files = verb === "reply" ? tray.held : [];
  const ready = files.every((one) => one.uploaded) && (files.length > 0 || !!text.trim());
  const open = verb === "reply" && takesFiles(row);
  const [over, setOver] = useState(false);
  const take = (list: FileList | undefined | null): boolean => {
    if (!open || !list?.length) return false;
    tray.add(list);
    return true;
  };
  const submit = (): boolean => {
    if (verb === "form") {
      if (filled && !busy) void sendForm(filled);
      return true;
    }
    if (!ready) return false;
    if (files.length) {
      void sendFiles(row.id, files.map((one) => one.uploaded!), text.trim());
      tray.clear();
    } else send(row.id, verb, text.trim(), verb === "reply" ? answering?.id : undefined);
    if (verb === "reply") set({ answering: undefined });
    setText("");
    box.current?.focus();
    return true;
  };
  const sendForm = async (values: NonNullable<Filled>) => {
    setBusy(true);
    const failed = await command((id) => api.command(row.id, "form", { id, ...values }));
    setBusy(false);
    setError(failed ?? "");
    if (!failed) setRound(round + 1);
  };
  const key = (e: KeyboardEvent) => {
    if (e.code === "Escape" && answering) {
      e.preventDefault();
      return set({ answering: undefined });
    }
    if (e.code !== "Enter" && e.code !== "NumpadEnter" || e.isComposing) return;
    const strong = e.ctrlKey || e.metaKey;
    if (!strong && !(enterSends() && !e.shiftKey)) return;
    e.preventDefault();
    submit();
    if (strong && e.shiftKey) set({ overlay: "close" });
  };
  return (
    <form class={`composer ${verb}`} onSubmit={(e) => (e.preventDefault(), submit())}>
      <div class="top">
        <Tabs
          label={t("composer.label")} panel="composer" look="segment" chosen={verb} onChoose={setVerb}
          tabs={[
            ...closed ? [] : [{ value: "reply" as const, label: t("composer.reply") }],
            ...forms ? [{ value: "form" as const, label: t("composer.form") }] : [],
            { value: "note", label: <><Icon name="note" size={14} />{t("composer.note")}</> },
          ]}
        />
        {verb === "note" ? <Hint row={row} verb={verb} /> : <div class="hints"><Hint row={row} verb={verb} /><WindowClock row={row} /></div>}
      </div>
      <div
        id="composer" role="tabpanel" aria-labelledby={`composer-tab-${verb}`} class={`paper ${over ? "over" : ""}`}
        onDragOver={(e) => open && (e.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)}
        onDrop={(e) => (setOver(false), take(e.dataTransfer?.files) && e.preventDefault())}
      >
        {answering && verb === "reply" && <Answering message={answering} contact={contact} />}
        {verb === "form" ? <FormFields key={`${row.id} ${round}`} channel={row.channel} onFilled={setFilled} /> : <textarea
          ref={box} rows={2} value={text} aria-label={t(verb === "reply" ? "composer.reply" : "composer.note")} dir="auto"
          placeholder={t(verb === "reply" ? "composer.reply-here" : "composer.note-here")}
          onInput={(e) => setText(e.currentTarget.value)} onKeyDown={key}
          onPaste={(e) => take(e.clipboardData?.files) && e.preventDefault()}
        />}
        {verb === "form" && error && <p class="form-none bad" role="alert">{error}</p>}
        {verb === "reply" && <Tray held={tray.held} drop={tray.drop} />}
        <div class="bottom">
          {open && <Attach take={take} />}
          {verb !== "form" && <span class="keys-hint wide-only">{enterSends() ? "Enter" : `${modifier} + Enter`}</span>}
          <Button type="submit" look="primary" icon={verb === "note" ? "note" : "send"} busy={busy} disabled={verb === "form" ? !filled : !ready}>
            {t(verb === "note" ? "composer.add-note" : "composer.send")}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** The browser's own chooser behind a button of ours. */
function Attach({ take }: { take: (files: FileList | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input} type="file" multiple hidden aria-label={t("upload.attach")}
        onChange={(e) => (take(e.currentTarget.files), e.currentTarget.value = "")}
      />
      <IconButton class="attach" icon="clip" label={t("upload.attach")} onClick={() => input.current!.click()} />
    </>
  );
}

/** What a reply would do beyond being sent. */
function Hint({ row, verb }: { row: Row; verb: Verb }) {
  const me = use((s) => s.me!.agent);
  const text = verb === "note" ? t("composer.note-hint")
    : row.unreachable ? t("composer.unreachable-hint")
    : row.handler === "bot" ? t("composer.bot-hint")
    : row.handler !== "agent" ? t("composer.queue-hint")
    : row.assignee !== me ? t("composer.other-hint", { agent: agentName(row.assignee) })
    : "";
  return text ? <p class="hint">{text}</p> : null;
}
