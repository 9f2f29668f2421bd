import { useState } from "preact/hooks";
import { api } from "../data/api.ts";
import { command } from "../data/outbox.ts";
import { toast, use } from "../data/store.ts";
import { Banner } from "../primitives/bits.tsx";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Area, Select } from "../primitives/field.tsx";
import { t } from "../i18n/i18n.ts";

/** Closing, with what the house asks for: nothing, a category, or a category and a summary. */
export function CloseDialog({ conversation, onClose }: { conversation: string; onClose: () => void }) {
  const policy = use((s) => s.boot!.closeNote);
  const categories = use((s) => s.boot!.categories);
  const [category, setCategory] = useState("");
  const [summary, setSummary] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const needsCategory = policy === "category" || policy === "category+summary";
  const needsSummary = policy === "category+summary";
  const submit = async (e: Event) => {
    e.preventDefault();
    setTried(true);
    if ((needsCategory && !category) || (needsSummary && !summary.trim())) return;
    setBusy(true);
    setError("");
    const body = { category: category || undefined, summary: summary.trim() || undefined };
    const failed = await command((id) => api.command(conversation, "close", { id, ...body } as { id: string }));
    setBusy(false);
    if (failed) return setError(failed);
    toast(t("close.done"));
    onClose();
  };
  return (
    <Dialog title={t("close.title")} onClose={onClose}>
      <form class="body" onSubmit={submit} noValidate>
        {error && <Banner icon="alert" tone="bad">{error}</Banner>}
        {policy === "off" ? <p>{t("close.sure")}</p> : (
          <>
            <Select
              label={needsCategory ? t("close.category") : t("close.category-optional")} required={needsCategory}
              value={category} onValue={setCategory} error={tried && needsCategory && !category ? t("close.category-needed") : undefined}
              options={[{ value: "", label: t("close.choose") }, ...categories.map((c) => ({ value: c, label: c }))]}
            />
            <Area
              label={needsSummary ? t("close.summary") : t("close.summary-optional")} required={needsSummary}
              value={summary} onValue={setSummary} error={tried && needsSummary && !summary.trim() ? t("close.summary-needed") : undefined}
            />
          </>
        )}
        <footer>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button type="submit" look="primary" busy={busy}>{t("action.close")}</Button>
        </footer>
      </form>
    </Dialog>
  );
}
