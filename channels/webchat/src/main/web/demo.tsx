import { render } from "preact";
import { choose } from "./i18n/i18n.ts";

/** A made-up shop to show the chat on. Its only tie to the chat is the script tag in its page. */

const TEXTS = {
  en: {
    nav: ["Lamps", "Rooms", "Care", "About"],
    bag: "Bag",
    claim: "Light that knows when to stay in the background",
    lead: "Desk, floor and ceiling lamps, made in small series and repaired for as long as you keep them.",
    shop: "See the lamps",
    popular: "Popular this week",
    add: "Add to bag",
    lamps: ["Fjord desk lamp", "Birch floor lamp", "Dome pendant"],
    notes: ["Dimmable, 2,700 K", "Oak and linen", "Spun aluminium"],
    foot: "A made-up shop. The chat in the corner is real: ask it something.",
  },
  ru: {
    nav: ["Лампы", "Комнаты", "Уход", "О нас"],
    bag: "Корзина",
    claim: "Свет, который умеет не мешать",
    lead: "Настольные лампы, торшеры и подвесы небольшими сериями. Чиним столько лет, сколько они у вас живут.",
    shop: "Смотреть лампы",
    popular: "Популярно на этой неделе",
    add: "В корзину",
    lamps: ["Настольная «Фьорд»", "Торшер «Берёза»", "Подвес «Купол»"],
    notes: ["Диммер, 2700 К", "Дуб и лён", "Тянутый алюминий"],
    foot: "Магазин выдуман, а чат в углу настоящий: спросите что-нибудь.",
  },
};

const PRICES = [89, 240, 165];

const SHAPES = [
  "M30 96h40M50 96V62L74 38M66 26l20 20-14 10-16-16zM50 62l-4-4",
  "M36 100h28M50 100V44M34 44h32l-8-26H42z",
  "M50 0v40M24 72a26 26 0 0 1 52 0zM44 72a6 6 0 0 0 12 0",
];

const Lamp = ({ shape }: { shape: string }) => (
  <svg viewBox="0 0 100 110" aria-hidden="true"><circle cx="56" cy="56" r="34" /><path d={shape} /></svg>
);

function Shop({ language }: { language: "en" | "ru" }) {
  const text = TEXTS[language];
  const price = new Intl.NumberFormat(language, { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
  return (
    <>
      <header>
        <strong>Lumen & Co</strong>
        <nav>{text.nav.map((item) => <a href="#lamps">{item}</a>)}</nav>
        <a href="#lamps" class="bag">{text.bag} (0)</a>
      </header>
      <main>
        <section class="hero">
          <div>
            <h1>{text.claim}</h1>
            <p>{text.lead}</p>
            <a class="button" href="#lamps">{text.shop}</a>
          </div>
          <div class="picture"><Lamp shape={SHAPES[1]} /></div>
        </section>
        <section id="lamps">
          <h2>{text.popular}</h2>
          <ul>
            {text.lamps.map((name, index) => (
              <li>
                <div class="picture"><Lamp shape={SHAPES[index]} /></div>
                <h3>{name}</h3>
                <p>{text.notes[index]}</p>
                <p class="price">{price.format(PRICES[index])} <button type="button">{text.add}</button></p>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer>{text.foot}</footer>
    </>
  );
}

const meta = document.querySelector<HTMLMetaElement>('meta[name="frontdesk"]')!;
const language = choose(JSON.parse(meta.content).languages, navigator.languages) as "en" | "ru";
document.documentElement.lang = language;
render(<Shop language={language} />, document.getElementById("app")!);
