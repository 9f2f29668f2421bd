import { use } from "../data/store.ts";
import { Icon } from "../primitives/icon.tsx";

export function Toasts() {
  const toasts = use((s) => s.toasts);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <p key={toast.key} class={toast.bad ? "toast bad" : "toast"}>
          <Icon name={toast.bad ? "alert" : "check"} />{toast.text}
        </p>
      ))}
    </div>
  );
}
