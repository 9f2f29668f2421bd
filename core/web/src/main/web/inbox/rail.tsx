import { go, setAvailability, signOut } from "../data/session.ts";
import { get, set, use } from "../data/store.ts";
import type { Availability } from "../data/model.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Mark } from "../primitives/bits.tsx";
import { Icon } from "../primitives/icon.tsx";
import { Menu } from "../primitives/menu.tsx";
import { t } from "../i18n/i18n.ts";

/** Where one is, and oneself. On a phone it is the bar at the bottom. */
export function Rail() {
  const me = use((s) => s.me!);
  const mine = use((s) => s.counts?.mine ?? 0);
  const now = t(`availability.${me.availability}`);
  return (
    <nav class="rail" aria-label={t("rail.label")}>
      <Mark />
      <button type="button" class="place" aria-current="page" title={t("inbox.title")} onClick={toInbox}>
        <Icon name="inbox" size={20} />
        <span class="name">{t("inbox.title")}</span>
        {mine > 0 && <span class="count" aria-label={t("rail.mine", { n: mine })}>{mine}</span>}
      </button>
      <span class="space" />
      <button type="button" class="place wide-only" title={t("shortcuts.title")} onClick={() => set({ overlay: "shortcuts" })}>
        <Icon name="keyboard" size={20} />
        <span class="name">{t("shortcuts.title")}</span>
      </button>
      <button type="button" class="place" title={t("settings.title")} onClick={() => set({ overlay: "settings" })}>
        <Icon name="settings" size={20} />
        <span class="name">{t("settings.title")}</span>
      </button>
      <button
        type="button" id="availability" class="place me" title={`${me.name}: ${now}`} aria-haspopup="menu"
        onClick={() => set({ overlay: "availability" })}
      >
        <Avatar name={me.name} id={me.agent} presence={me.availability} />
        <span class="name">{now}</span>
        <span class="spoken">{t("availability.label")}</span>
      </button>
    </nav>
  );
}

function toInbox(): void {
  const { route } = get();
  if (route.page === "inbox") go({ ...route, id: undefined });
}

const CHOICES: Availability[] = ["online", "away", "offline"];

export function AvailabilityMenu({ onClose }: { onClose: () => void }) {
  const me = use((s) => s.me!);
  return (
    <Menu
      title={t("availability.label")}
      anchor="#availability"
      onClose={onClose}
      items={[
        ...CHOICES.map((choice) => ({
          label: t(`availability.${choice}`),
          lead: <span class={`dot ${choice}`} />,
          checked: me.availability === choice,
          onChoose: () => void setAvailability(choice),
        })),
        { label: t("action.sign-out"), lead: <Icon name="logout" />, apart: true, onChoose: () => void signOut() },
      ]}
    />
  );
}
