import { render } from "preact";
import { App } from "./pages/app.tsx";
import { applyTheme } from "./data/prefs.ts";

applyTheme();
render(<App />, document.getElementById("app")!);
