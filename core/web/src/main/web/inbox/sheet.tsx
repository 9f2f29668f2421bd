import { shortcutsOn } from "../data/prefs.ts";
import { Keys } from "../primitives/bits.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { modifier } from "./composer.tsx";
import { SHEET } from "./keys.ts";
import { t } from "../i18n/i18n.ts";

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t("shortcuts.title")} onClose={onClose}>
      <div class="body">
        {!shortcutsOn() && <p class="hint">{t("shortcuts.are-off")}</p>}
        <dl class="sheet">
          {SHEET.map(({ keys, text }) => (
            <div key={text}>
              <dt>{t(text)}</dt>
              <dd><Keys keys={keys.replace("modifier", modifier)} /></dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
