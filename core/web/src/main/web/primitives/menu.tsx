import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Dialog } from "./dialog.tsx";

export interface MenuItem {
  label: string;
  lead?: ComponentChildren;
  checked?: boolean;
  /** A line above it. */
  apart?: boolean;
  onChoose: () => void;
}

/** A short list of things to do or choose from; arrows and Home/End move. */
export function Menu({ title, anchor, items, onClose }: { title: string; anchor: string; items: MenuItem[]; onClose: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  const entries = () => [...ref.current!.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  useEffect(() => {
    const all = entries();
    (all.find((e) => e.getAttribute("aria-checked") === "true") ?? all[0])?.focus();
  }, []);
  const move = (e: KeyboardEvent) => {
    const all = entries();
    const now = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[e.code];
    if (next === undefined) return;
    e.preventDefault();
    all[(next + all.length) % all.length].focus();
  };
  return (
    <Dialog title={title} kind="popover" anchor={anchor} onClose={onClose} bare>
      <div class="menu" role="menu" aria-label={title} ref={ref} onKeyDown={move}>
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role={item.checked === undefined ? "menuitem" : "menuitemradio"}
            aria-checked={item.checked}
            tabIndex={-1}
            class={item.apart ? "apart" : undefined}
            onClick={() => {
              onClose();
              item.onChoose();
            }}
          >
            <span class="lead">{item.lead}</span>
            <span class="label">{item.label}</span>
          </button>
        ))}
      </div>
    </Dialog>
  );
}
