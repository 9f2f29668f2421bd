/** What this browser remembers. Storage may be denied or full: then it remembers until the page goes. */
const memory = new Map<string, string>();

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`fd.${key}`) ?? undefined;
  } catch {
    return memory.get(key);
  }
}

export function remember(key: string, value: string | undefined): void {
  try {
    if (value === undefined || value === "") localStorage.removeItem(`fd.${key}`);
    else localStorage.setItem(`fd.${key}`, value);
  } catch {
    if (value === undefined) memory.delete(key);
    else memory.set(key, value);
  }
}

export type Theme = "system" | "light" | "dark";

export const theme = (): Theme => (recall("theme") as Theme | undefined) ?? "system";

export function applyTheme(chosen: Theme = theme()): void {
  remember("theme", chosen === "system" ? undefined : chosen);
  if (chosen === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

export const shortcutsOn = (): boolean => recall("shortcuts") !== "off";
export const setShortcuts = (on: boolean): void => remember("shortcuts", on ? undefined : "off");
export const enterSends = (): boolean => recall("enter-sends") === "on";
export const setEnterSends = (on: boolean): void => remember("enter-sends", on ? "on" : undefined);
