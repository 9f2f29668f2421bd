import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icon.tsx";

type Native = JSX.HTMLAttributes<HTMLButtonElement> & { disabled?: boolean; type?: "button" | "submit" };

interface Props extends Native {
  look?: "primary" | "plain" | "quiet" | "danger";
  busy?: boolean;
  icon?: IconName;
  children?: ComponentChildren;
}

export function Button({ look = "plain", busy, icon, children, disabled, type = "button", ...rest }: Props) {
  return (
    <button type={type} {...rest} class={`button ${look}`} disabled={disabled || busy} aria-busy={busy || undefined}>
      {busy ? <span class="spinner" /> : icon && <Icon name={icon} />}
      {children !== undefined && <span class="label">{children}</span>}
    </button>
  );
}

/** A square button with an icon; its label is spoken and shown as a hint. */
export function IconButton({ icon, label, class: extra, ...rest }: Native & { icon: IconName; label: string; class?: string }) {
  return (
    <button type="button" {...rest} class={`icon-button ${extra ?? ""}`} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
