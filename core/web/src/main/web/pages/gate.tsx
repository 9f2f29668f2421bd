import type { ComponentChildren } from "preact";
import { chooseLanguage } from "../data/session.ts";
import { use } from "../data/store.ts";
import { Mark } from "../primitives/bits.tsx";
import { languageName } from "../i18n/i18n.ts";

/** The frame of the pages before the inbox. */
export function Gate({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) {
  const language = use((s) => s.language);
  return (
    <main class="gate">
      <div class="card">
        <Mark />
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {children}
      </div>
      <nav class="languages" aria-label="Language / Язык">
        {(["en", "ru"] as const).map((code) => (
          <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => void chooseLanguage(code)}>
            {languageName(code, code)}
          </button>
        ))}
      </nav>
    </main>
  );
}
