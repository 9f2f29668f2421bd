import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n/i18n.ts";

const WARN_BELOW = 200;

/** Where the visitor writes. Enter sends, Shift and Enter begins a new line. */
export function Composer({ limit, focus, onSend }: { limit: number; focus: number; onSend: (text: string) => void }) {
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const left = limit - text.length;

  useLayoutEffect(() => {
    const area = box.current!;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, 132)}px`;
  }, [text]);
  useEffect(() => {
    // A finger would bring up the keyboard over half of what there is to read.
    if (focus > 0 && matchMedia("(pointer: fine)").matches) box.current?.focus();
  }, [focus]);

  const send = () => {
    if (!text.trim()) return;
    onSend(text.trim());
    setText("");
    box.current?.focus();
  };

  return (
    <form class="composer" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <textarea
        ref={box}
        rows={1}
        value={text}
        maxLength={limit}
        dir="auto"
        aria-label={t("write")}
        placeholder={t("write")}
        enterkeyhint="send"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {left < WARN_BELOW && <p class="left">{t("long", left)}</p>}
      <button type="submit" class="send" aria-label={t("send")} disabled={!text.trim()}>
        <svg viewBox="0 0 24 24" width="20" height="20" class="stroke"><path d="M12 19V5M6 11l6-6 6 6" /></svg>
      </button>
    </form>
  );
}
