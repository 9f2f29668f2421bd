import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "./button.tsx";
import { t } from "../i18n/i18n.ts";

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** `drawer` comes from the side; `popover` stands at the element `anchor` selects, on a phone at the bottom. */
  kind?: "centre" | "drawer" | "popover";
  anchor?: string;
  /** The title is spoken only. */
  bare?: boolean;
}

/** The browser's modal dialog: it keeps the focus inside, closes on Esc and gives the focus back. */
export function Dialog({ title, onClose, children, kind = "centre", anchor, bare }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = ref.current!;
    const before = document.activeElement as HTMLElement | null;
    dialog.showModal();
    if (kind === "popover" && anchor) place(dialog, anchor);
    return () => {
      dialog.close();
      if (before?.isConnected) before.focus();
    };
  }, []);
  const outside = (e: MouseEvent) => {
    if (e.target !== ref.current) return;
    const box = ref.current!.getBoundingClientRect();
    const inside = e.clientX >= box.left && e.clientX <= box.right && e.clientY >= box.top && e.clientY <= box.bottom;
    if (!inside) onClose();
  };
  return (
    <dialog
      ref={ref}
      class={`dialog ${kind}`}
      aria-labelledby={id}
      onMouseDown={outside}
      onCancel={(e) => {
        e.preventDefault();
        onClose();
      }}
    >
      <header class={bare ? "spoken" : undefined}>
        <h2 id={id}>{title}</h2>
        {!bare && <IconButton icon="close" label={t("dialog.close")} onClick={onClose} />}
      </header>
      {children}
    </dialog>
  );
}

const PHONE = 700;
const GAP = 6;

function place(dialog: HTMLDialogElement, anchor: string): void {
  const at = document.querySelector(anchor)?.getBoundingClientRect();
  if (!at || innerWidth < PHONE) return;
  const { width, height } = dialog.getBoundingClientRect();
  const below = at.bottom + GAP + height <= innerHeight;
  const left = at.left < innerWidth / 2 ? at.left : at.right - width;
  dialog.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  dialog.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height)}px`;
}
