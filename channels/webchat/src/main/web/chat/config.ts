/** What the server tells the frame about its channel; see Pages.java. */
export interface Config {
  id: string;
  title: string;
  greeting: Record<string, string>;
  languages: string[];
  origins: string[];
  limit: number;
  /** The most bytes of a file; 0: none may be sent. */
  file: number;
  palette: { accent: string; onAccent: string; lightText: string; darkText: string };
}

export function read(): Config {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="frontdesk"]');
  return JSON.parse(meta?.content ?? "{}");
}

/** Colours go in by CSSOM, which the content security policy allows. */
export function paint(config: Config): void {
  const style = document.documentElement.style;
  style.setProperty("--accent", config.palette.accent);
  style.setProperty("--on-accent", config.palette.onAccent);
  style.setProperty("--accent-light", config.palette.lightText);
  style.setProperty("--accent-dark", config.palette.darkText);
}
