import type { Config } from "./config.ts";
import type { User } from "./session.ts";

/** What the page around the frame says. */
export type FromHost =
  | { type: "hello"; user?: User }
  | { type: "identify"; user: User }
  | { type: "open" }
  | { type: "close" };

/** What the frame says to it. */
export type ToHost = { type: "close" | "started" } | { type: "unread"; count: number } | { type: "message"; author: string };

/**
 * The talk with the page around the frame. It speaks first; its origin must be allowed, and from then on everything goes to
 * exactly that origin.
 */
export class Host {
  private origin = "";

  constructor(private readonly config: Config, hear: (message: FromHost) => void) {
    addEventListener("message", (event: MessageEvent) => {
      const message = event.data as (FromHost & { frontdesk?: string }) | null;
      if (event.source !== parent || message?.frontdesk !== config.id || !this.allows(event.origin)) return;
      this.origin = event.origin;
      hear(message);
    });
  }

  static get absent(): boolean {
    return parent === window;
  }

  private allows(origin: string): boolean {
    const { origins } = this.config;
    return origin === location.origin || origins.includes("*") || origins.includes(origin);
  }

  tell(message: ToHost): void {
    if (this.origin) parent.postMessage({ frontdesk: this.config.id, ...message }, this.origin);
  }
}
