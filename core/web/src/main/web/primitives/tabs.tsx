import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

export interface Tab<T extends string> {
  value: T;
  label: ComponentChildren;
}

interface Props<T extends string> {
  label: string;
  tabs: Tab<T>[];
  chosen: T;
  panel: string;
  look: "line" | "segment";
  onChoose: (value: T) => void;
}

/** One of several ways to look at the same panel; arrows move, as everywhere. */
export function Tabs<T extends string>({ label, tabs, chosen, panel, look, onChoose }: Props<T>) {
  const ref = useRef<HTMLDivElement>(null);
  const move = (e: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.code];
    if (!step) return;
    e.preventDefault();
    const now = tabs.findIndex((tab) => tab.value === chosen);
    const next = (now + step + tabs.length) % tabs.length;
    onChoose(tabs[next].value);
    (ref.current!.children[next] as HTMLElement).focus();
  };
  return (
    <div class={`tabs ${look}`} role="tablist" aria-label={label} ref={ref} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          id={`${panel}-tab-${tab.value}`}
          type="button"
          role="tab"
          aria-selected={tab.value === chosen}
          aria-controls={panel}
          tabIndex={tab.value === chosen ? 0 : -1}
          onClick={() => onChoose(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
