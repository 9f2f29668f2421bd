import { render } from "preact";
import { paint, read } from "./chat/config.ts";
import { Frame, View } from "./chat/frame.tsx";
import { choose, speak, spoken } from "./i18n/i18n.ts";

const config = read();
speak(choose(config.languages, navigator.languages));
document.documentElement.lang = spoken();
paint(config);
const place = document.getElementById("app")!;
// The frame listens from here on: the page around it speaks as soon as this one is loaded.
const frame = new Frame(config, () => render(<View frame={frame} />, place));
frame.start();
