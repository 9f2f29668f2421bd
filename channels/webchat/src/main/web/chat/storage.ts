/** Storage that may be forbidden (private windows, third-party rules): then it lasts as long as the page. */

const memory = new Map<string, string>();

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

export function load(key: string): string | undefined {
  return attempt(() => localStorage.getItem(key), null) ?? memory.get(key);
}

export function save(key: string, value: string): void {
  memory.set(key, value);
  attempt(() => localStorage.setItem(key, value), undefined);
}

export function forget(key: string): void {
  memory.delete(key);
  attempt(() => localStorage.removeItem(key), undefined);
}

export function keys(prefix: string): string[] {
  const stored = attempt(() => Object.keys(localStorage), []);
  return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(prefix));
}
