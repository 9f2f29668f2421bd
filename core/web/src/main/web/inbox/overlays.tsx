import { set, use } from "../data/store.ts";
import { AssignPicker } from "./assign.tsx";
import { CloseDialog } from "./close.tsx";
import { MergeDialog } from "./merge.tsx";
import { AvailabilityMenu } from "./rail.tsx";
import { SettingsDialog } from "./settings.tsx";
import { ShortcutSheet } from "./sheet.tsx";
import { SideDrawer } from "./side.tsx";
import { StartDialog } from "./start.tsx";

const close = () => set({ overlay: undefined });

/** At most one thing stands over the panes. */
export function Overlays() {
  const overlay = use((s) => s.overlay);
  const data = use((s) => s.thread?.data);
  switch (overlay) {
    case "settings":
      return <SettingsDialog onClose={close} />;
    case "shortcuts":
      return <ShortcutSheet onClose={close} />;
    case "availability":
      return <AvailabilityMenu onClose={close} />;
  }
  if (!data) return null;
  switch (overlay) {
    case "assign":
      return <AssignPicker row={data.row} onClose={close} />;
    case "close":
      return <CloseDialog conversation={data.row.id} onClose={close} />;
    case "start":
      return <StartDialog data={data} onClose={close} />;
    case "merge":
      return <MergeDialog data={data} onClose={close} />;
    case "side":
      return <SideDrawer data={data} onClose={close} />;
    default:
      return null;
  }
}
