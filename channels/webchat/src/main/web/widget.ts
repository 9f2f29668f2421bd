/**
 * The script on the business's own pages: a round button and a frame that is made when it is first needed. It styles itself by a
 * constructable style sheet in a shadow root, so that it neither needs nor harms the page's own rules.
 */

interface Config {
  id: string;
  title: string;
  origins: string[];
  languages: string[];
  palette: { accent: string; onAccent: string };
}

type Listener = (value: unknown) => void;

/** Put in front by the server; see Pages.java. */
declare const FRONTDESK_CONFIG: Config;

const WORDS: Record<string, { open: string; close: string; unread: string }> = {
  en: { open: "Open chat", close: "Close chat", unread: "unread" },
  ru: { open: "Открыть чат", close: "Закрыть чат", unread: "непрочитанных" },
};

const CSS = `
:host { all: initial; }
button, iframe { position: fixed; inset-inline-end: 20px; z-index: 2147483000; border: 0; }
button {
  inset-block-end: 20px; width: 56px; height: 56px; padding: 0; border-radius: 28px; cursor: pointer;
  display: grid; place-items: center; box-shadow: 0 4px 16px rgb(0 0 0 / .24);
}
button:focus-visible { outline: 2px solid #fff; outline-offset: -4px; box-shadow: 0 0 0 3px #1b1d22; }
svg { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
i {
  position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-width: 20px; height: 20px; padding: 0 5px;
  box-sizing: border-box; border-radius: 10px; background: #b42318; color: #fff; text-align: center;
  font: 600 12px/20px system-ui, sans-serif;
}
iframe {
  inset-block-end: 88px; width: 380px; height: 640px; max-height: calc(100dvh - 108px); border-radius: 16px;
  box-shadow: 0 8px 32px rgb(0 0 0 / .24); color-scheme: normal;
}
[hidden] { display: none; }
@media (max-width: 480px), (max-height: 480px) {
  iframe { inset: 0; width: 100%; height: 100dvh; max-height: none; border-radius: 0; }
  .open { display: none; }
}`;

const SPEECH = "M21 11.5a8 8 0 0 1-8 8c-1.3 0-2.6-.3-3.7-.9L4 20l1.4-4.6A8 8 0 1 1 21 11.5z";
const CROSS = "M6 6l12 12M18 6L6 18";

function start(base: URL, config: Config): void {
  const language = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
  const words = WORDS[language.find((tag) => config.languages.includes(tag)) ?? config.languages[0]];
  const listeners: Record<string, Listener[]> = {};
  const mark = `frontdesk:${config.id}`;

  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let open = false;
  let unread = 0;
  let user: unknown;

  const place = document.createElement("div");
  const root = place.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement("button");
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const badge = document.createElement("i");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  icon.append(path);
  button.type = "button";
  button.style.background = config.palette.accent;
  button.style.color = config.palette.onAccent;
  button.append(icon, badge);
  root.append(button);

  const tell = (type: string, more?: object) =>
    frame?.contentWindow?.postMessage({ frontdesk: config.id, type, ...more }, base.origin);
  const emit = (event: string, value?: unknown) => listeners[event]?.forEach((listener) => listener(value));

  function draw(): void {
    path.setAttribute("d", open ? CROSS : SPEECH);
    button.className = open ? "open" : "";
    button.ariaExpanded = String(open);
    button.ariaLabel = open ? words.close : unread ? `${words.open}, ${unread} ${words.unread}` : words.open;
    badge.hidden = open || unread === 0;
    badge.textContent = unread > 9 ? "9+" : String(unread);
    if (frame) frame.hidden = !open;
    fit();
  }

  /** On a phone the keyboard covers the lower half of the window; the frame itself cannot know. */
  function fit(): void {
    const view = window.visualViewport;
    if (!frame || !view) return;
    const covered = open && view.scale === 1 && innerHeight - view.height > 80;
    frame.style.height = covered && matchMedia("(max-width: 480px)").matches ? `${view.height}px` : "";
    frame.style.top = frame.style.height && `${view.offsetTop}px`;
  }

  function load(): void {
    if (frame) return;
    frame = document.createElement("iframe");
    frame.title = config.title;
    frame.allow = "";
    frame.hidden = true;
    frame.addEventListener("load", () => {
      ready = true;
      tell("hello", { user });
      tell(open ? "open" : "close");
      emit("ready");
    });
    frame.src = new URL("frame", base).href;
    root.append(frame);
  }

  function show(next: boolean): void {
    if (next) load();
    const hadFocus = open && !next;
    open = next;
    draw();
    if (ready) tell(open ? "open" : "close");
    if (open) frame?.focus();
    else if (hadFocus) button.focus({ preventScroll: true });
  }

  function remember(): void {
    try {
      localStorage.setItem(mark, "1");
    } catch {
      // Without storage the frame is simply not made before the first click.
    }
  }

  function remembered(): boolean {
    try {
      return localStorage.getItem(mark) !== null;
    } catch {
      return false;
    }
  }

  addEventListener("message", (event: MessageEvent) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== base.origin) return;
    const { type, count, author } = event.data;
    if (type === "close") show(false);
    if (type === "started") remember();
    if (type === "message") emit("message", { author });
    if (type === "unread" && count !== unread) {
      unread = count;
      draw();
      emit("unread", count);
    }
  });
  button.addEventListener("click", () => show(!open));
  window.visualViewport?.addEventListener("resize", fit);
  window.visualViewport?.addEventListener("scroll", fit);

  const commands: Record<string, (one?: unknown, two?: unknown) => void> = {
    open: () => show(true),
    close: () => show(false),
    identify: (who) => {
      user = who;
      if (ready) tell("identify", { user });
    },
    on: (event, listener) => {
      (listeners[String(event)] ??= []).push(listener as Listener);
      if (event === "ready" && ready) (listener as Listener)(undefined);
    },
  };
  const page = window as unknown as { Frontdesk?: { (...args: unknown[]): void; q?: ArrayLike<unknown>[]; up?: boolean } };
  const early = page.Frontdesk?.q ?? [];
  const api = (command: unknown, one?: unknown, two?: unknown) => commands[String(command)]?.(one, two);
  page.Frontdesk = Object.assign(api, { up: true });
  early.forEach((args) => api(args[0], args[1], args[2]));

  draw();
  document.body.append(place);
  if (remembered()) load();
}

(() => {
  const script = document.currentScript as HTMLScriptElement | null;
  const page = window as unknown as { Frontdesk?: { up?: boolean } };
  if (!script || page.Frontdesk?.up) return;
  const base = new URL(".", script.src);
  const { origins } = FRONTDESK_CONFIG;
  if (location.origin !== base.origin && !origins.includes("*") && !origins.includes(location.origin)) {
    console.warn(`Frontdesk: ${location.origin} is not among the channel's allowed-origins, so there is no chat here.`);
  } else if (document.body) {
    start(base, FRONTDESK_CONFIG);
  } else {
    addEventListener("DOMContentLoaded", () => start(base, FRONTDESK_CONFIG));
  }
})();
