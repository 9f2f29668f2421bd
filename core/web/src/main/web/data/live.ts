import type { LiveEvents } from "./model.ts";

/** What the page knows about its line to the server. */
export type Link = "connecting" | "live" | "reconnecting" | "offline";

const NAMES: (keyof LiveEvents)[] = [
  "conversation", "message", "changed", "timeline", "status", "presence", "counts", "command", "ping", "resync",
];
const SILENCE = 40_000;

export interface Listener {
  event<N extends keyof LiveEvents>(name: N, data: LiveEvents[N]): void;
  link(link: Link): void;
  /** The stream broke: true when the session still stands and connecting again makes sense. */
  stillSignedIn(): Promise<boolean>;
}

/**
 * The live stream, kept up: goes on from the last position, notices silence, and comes back with growing, jittered pauses
 * or at once when the machine wakes up. The browser's own reconnecting is not used: it neither backs off nor sees a dead line.
 */
export class Live {
  private source?: EventSource;
  private watchdog = 0;
  private retry = 0;
  private failures = 0;
  private stopped = false;

  constructor(private position: string, private readonly listener: Listener) {
    addEventListener("online", this.wake);
    addEventListener("offline", this.sleep);
    document.addEventListener("visibilitychange", this.wake);
    listener.link("connecting");
    this.open();
  }

  stop(): void {
    this.stopped = true;
    this.drop();
    removeEventListener("online", this.wake);
    removeEventListener("offline", this.sleep);
    document.removeEventListener("visibilitychange", this.wake);
  }

  private drop(): void {
    clearTimeout(this.watchdog);
    clearTimeout(this.retry);
    this.source?.close();
    this.source = undefined;
  }

  private open(): void {
    this.drop();
    const source = new EventSource(`/api/events?after=${encodeURIComponent(this.position)}`);
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
      this.listener.link("live");
    };
    source.onerror = () => this.broken();
    for (const name of NAMES) source.addEventListener(name, (e) => this.take(name, e as MessageEvent<string>));
    this.expectLife();
  }

  private take(name: keyof LiveEvents, e: MessageEvent<string>): void {
    this.expectLife();
    this.listener.event(name, JSON.parse(e.data || "{}"));
    if (e.lastEventId) this.position = e.lastEventId;
  }

  private expectLife(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.broken(), SILENCE);
  }

  private async broken(): Promise<void> {
    this.drop();
    this.listener.link(navigator.onLine ? "reconnecting" : "offline");
    const source = this.source;
    const alive = await this.listener.stillSignedIn();
    if (this.stopped || !alive || this.source !== source) return;
    const pause = Math.min(30_000, 1000 * 2 ** this.failures++) * (0.5 + Math.random() / 2);
    this.retry = setTimeout(() => this.open(), pause);
  }

  private wake = (): void => {
    const dead = !this.source || this.source.readyState === EventSource.CLOSED;
    if (!this.stopped && dead && navigator.onLine && !document.hidden) this.open();
  };

  private sleep = (): void => {
    this.drop();
    this.listener.link("offline");
  };
}
