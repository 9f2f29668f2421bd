import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { IconButton } from "./button.tsx";
import { t } from "../i18n/i18n.ts";

interface Common {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
}

function Frame({ id, label, hint, error, children }: Common & { id: string; children: ComponentChildren }) {
  return (
    <div class={`field ${error ? "wrong" : ""}`}>
      <label for={id}>{label}</label>
      {children}
      {(error || hint) && <p id={`${id}-about`} class={error ? "error" : "hint"} role={error ? "alert" : undefined}>{error || hint}</p>}
    </div>
  );
}

const about = (id: string, p: Common) => ({
  id,
  required: p.required,
  "aria-invalid": p.error ? true : undefined,
  "aria-describedby": p.error || p.hint ? `${id}-about` : undefined,
});

type Text = Common & {
  value: string;
  onValue: (value: string) => void;
  secret?: boolean;
  autoComplete?: string;
  autoFocus?: boolean;
};

export function TextField(p: Text) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <Frame id={id} {...p}>
      <span class="input-line">
        <input
          {...about(id, p)}
          class="input"
          type={p.secret && !shown ? "password" : "text"}
          value={p.value}
          autocomplete={p.autoComplete}
          autofocus={p.autoFocus}
          autocapitalize="none"
          spellcheck={false}
          onInput={(e) => p.onValue(e.currentTarget.value)}
        />
        {p.secret && (
          <IconButton icon="eye" label={t(shown ? "field.hide" : "field.show")} aria-pressed={shown} onClick={() => setShown(!shown)} />
        )}
      </span>
    </Frame>
  );
}

export function Area(p: Common & { value: string; onValue: (value: string) => void; rows?: number }) {
  const id = useId();
  return (
    <Frame id={id} {...p}>
      <textarea {...about(id, p)} class="input" rows={p.rows ?? 3} value={p.value} onInput={(e) => p.onValue(e.currentTarget.value)} />
    </Frame>
  );
}

export function Select(p: Common & { value: string; onValue: (value: string) => void; options: { value: string; label: string }[] }) {
  const id = useId();
  return (
    <Frame id={id} {...p}>
      <select {...about(id, p)} class="input" value={p.value} onChange={(e) => p.onValue(e.currentTarget.value)}>
        {p.options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}
      </select>
    </Frame>
  );
}

export function Switch({ label, hint, on, onChange }: { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <div class="switch-line">
      <label for={id}>{label}{hint && <span class="hint">{hint}</span>}</label>
      <input id={id} type="checkbox" role="switch" class="switch" checked={on} onChange={(e) => onChange(e.currentTarget.checked)} />
    </div>
  );
}
