import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n/i18n.ts";

const WARN_BELOW = 200;

interface Props {
  limit: number;
  /** The most bytes of a file; 0: none may be sent. */
  file: number;
  focus: number;
  onSend: (text: string) => void;
  onFiles: (files: File[]) => void;
}

/** Where the visitor writes. Enter sends, Shift and Enter begins a new line; files are chosen, pasted or dropped, and sent at once. */
export function Composer({ limit, file, focus, onSend, onFiles }: Props) {
  const [text, setText] = useState("");
  const [large, setLarge] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
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

  /** True when there was one to take. */
  const take = (given?: FileList | null): boolean => {
    if (!file || !given?.length) return false;
    const files = [...given];
    const fitting = files.filter((one) => one.size <= file);
    setLarge(fitting.length < files.length);
    if (fitting.length) onFiles(fitting);
    return true;
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => { event.preventDefault(); send(); }}
      onDragOver={(event) => file > 0 && event.preventDefault()}
      onDrop={(event) => take(event.dataTransfer?.files) && event.preventDefault()}
    >
      {file > 0 && (
        <>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = "";
              box.current?.focus();
            }}
          />
          <button type="button" class="clip" aria-label={t("attach")} title={t("attach")} onClick={() => chooser.current?.click()}>
            <svg viewBox="0 0 24 24" width="20" height="20" class="stroke"><path d="M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.3a1.6 1.6 0 0 1-2.3-2.3l7.6-7.5" /></svg>
          </button>
        </>
      )}
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
        onPaste={(event) => take(event.clipboardData?.files) && event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {large && <p class="left" role="alert">{t("large", Math.floor(file / 1_000_000))}</p>}
      {left < WARN_BELOW && <p class="left">{t("long", left)}</p>}
      <button type="submit" class="send" aria-label={t("send")} disabled={!text.trim()}>
        <svg viewBox="0 0 24 24" width="20" height="20" class="stroke"><path d="M12 19V5M6 11l6-6 6 6" /></svg>
      </button>
    </form>
  );
}
