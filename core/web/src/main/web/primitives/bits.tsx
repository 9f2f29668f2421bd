import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

/** Small things that need no file of their own. */

export function Badge({ children, tone = "plain" }: { children: ComponentChildren; tone?: "plain" | "accent" | "warn" | "bad" | "ok" }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

export function Banner({ icon, tone, children, action }: {
  icon: IconName;
  tone: "plain" | "warn" | "bad";
  children: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class={`banner ${tone}`} role={tone === "bad" ? "alert" : "status"}>
      <Icon name={icon} />
      <span class="text">{children}</span>
      {action}
    </div>
  );
}

/** What a pane says when it has nothing to show. */
export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <span class="halo"><Icon name={icon} size={24} /></span>
      <p class="title">{title}</p>
      {children}
    </div>
  );
}

export function Skeleton({ shape }: { shape: "row" | "left" | "right" | "line" }) {
  return (
    <div class={`skeleton as-${shape}`} aria-hidden="true">
      {shape === "row" && <span class="round" />}
      <span class="bars"><span /><span /></span>
    </div>
  );
}

export function Keys({ keys }: { keys: string }) {
  return <span class="keys">{keys.split(" ").map((k) => <kbd key={k}>{k}</kbd>)}</span>;
}

export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M9 21v-1a7 7 0 0 1 14 0v1M7 23.5h18M16 10.5v2.5" />
    </svg>
  );
}
