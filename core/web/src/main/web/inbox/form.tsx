import { useEffect, useState } from "preact/hooks";
import { api } from "../data/api.ts";
import type { Form } from "../data/model.ts";
import { failureText } from "../data/outbox.ts";
import { Select, TextField } from "../primitives/field.tsx";
import { languageName, t } from "../i18n/i18n.ts";

/** A form as it is being filled in: what the server takes, and undefined while something is missing. */
export type Filled = Record<string, string> | undefined;

const keyOf = (form: Form) => `${form.name} ${form.language}`;

/** Why a form cannot be sent from here; empty when it can. */
const hindrance = (form: Form): string => form.refused ?? (form.media ? t("form.needs-file") : "");

/** Chooses one of a channel's forms, fills its blanks and shows what will be said. */
export function FormFields({ channel, onFilled }: { channel: string; onFilled: (filled: Filled) => void }) {
  const [forms, setForms] = useState<Form[]>();
  const [error, setError] = useState("");
  const [chosen, setChosen] = useState("");
  const [values, setValues] = useState<Record<string, string>>({});
  useEffect(() => {
    setForms(undefined);
    api.forms(channel).then(({ forms }) => {
      setForms(forms);
      setChosen(keyOf(forms.find((f) => !hindrance(f)) ?? forms[0] ?? { name: "", language: "" } as Form));
    }, (e) => setError(failureText(e)));
  }, [channel]);
  const form = forms?.find((f) => keyOf(f) === chosen);
  useEffect(() => {
    const ready = form && !hindrance(form) && form.blanks.every((blank) => values[blank]?.trim());
    onFilled(ready
      ? {
        form: form.name, language: form.language,
        ...Object.fromEntries(form.blanks.map((blank) => [`value.${blank}`, values[blank].trim()])),
      }
      : undefined);
  }, [form, values]);
  if (error) return <p class="form-none" role="alert">{error}</p>;
  if (!forms) return <p class="form-none">{t("form.loading")}</p>;
  if (!form) return <p class="form-none">{t("form.none")}</p>;
  const why = hindrance(form);
  return (
    <div class="form-fields">
      <Select
        label={t("form.choose")} value={chosen} error={why ? t("form.refused", { why }) : undefined}
        onValue={(key) => {
          setChosen(key);
          setValues({});
        }}
        options={forms.map((f) => ({
          value: keyOf(f),
          label: `${f.name} · ${languageName(f.language)}${hindrance(f) ? ` · ${t("form.not-now")}` : ""}`,
        }))}
      />
      {!why && form.blanks.map((blank) => (
        <TextField key={blank} label={t("form.blank", { name: blank })} required value={values[blank] ?? ""}
          onValue={(value) => setValues((all) => ({ ...all, [blank]: value }))} />
      ))}
      <p class="form-preview" dir="auto" aria-label={t("form.preview")}>{preview(form, values)}</p>
    </div>
  );
}

/** The text, with what is filled in set off from what is not. */
function preview(form: Form, values: Record<string, string>) {
  return form.text.split(/\{\{\s*([^{}]+?)\s*\}\}/).map((part, i) =>
    i % 2 === 0 ? part : values[part]?.trim() ? <b key={i}>{values[part]}</b> : <mark key={i}>{part}</mark>);
}
