import { useEffect, useState } from "preact/hooks";

const listeners = new Set<() => void>();
setInterval(() => listeners.forEach((listener) => listener()), 30_000);

/** Renders again as time goes by, for what says "2 minutes ago". */
export function useMinute(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const listener = () => tick((n) => n + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
