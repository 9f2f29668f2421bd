package dev.frontdesk.channel.email.reply;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words mail programs use around a quoted mail, in the languages they speak. */
final class Words {
    /** What a line of a header block names. */
    enum Header {
        NONE,
        FROM,
        OTHER
    }

    static final List<String> FORWARDS = List.of(
            "begin forwarded message",
            "anfang der weitergeleiteten",
            "début du message",
            "inicio del mensaje reenviado",
            "início da mensagem",
            "inizio messaggio inoltrato",
            "begin doorgestuurd bericht",
            "vidarebefordrat brev",
            "videresendt besked",
            "videresendt melding",
            "начало переадресованного",
            "początek przekazywanej",
            "-------- пересылаемое",
            "---- forwarded");

    static final List<String> MESSAGES = List.of(
            "message",
            "nachricht",
            "mensaje",
            "mensagem",
            "messaggio",
            "bericht",
            "meddelande",
            "meddelelse",
            "melding",
            "besked",
            "viesti",
            "wiadomo",
            "zpráva",
            "správa",
            "üzenet",
            "mesaj",
            "сообщени",
            "письмо",
            "повідомлення",
            "лист",
            "邮件",
            "郵件",
            "メッセージ",
            "메시지",
            " wrote",
            "original",
            "forwarded",
            "weitergeleitet");

    private static final Set<String> SENDERS = Set.of(
            "from",
            "von",
            "de",
            "da",
            "van",
            "från",
            "fra",
            "lähettäjä",
            "od",
            "от",
            "від",
            "от кого",
            "expéditeur",
            "remitente",
            "mittente",
            "feladó",
            "kimden",
            "gönderen",
            "de la",
            "发件人",
            "寄件者",
            "寄件人",
            "差出人",
            "送信者",
            "보낸 사람",
            "από",
            "מאת");
    private static final Set<String> OTHERS = Set.of(
            "to",
            "sent",
            "date",
            "subject",
            "cc",
            "bcc",
            "reply-to",
            "reply to",
            "importance",
            "attachments",
            "resent-from",
            "an",
            "gesendet",
            "datum",
            "betreff",
            "kopie",
            "antwort an",
            "à",
            "envoyé",
            "objet",
            "répondre à",
            "copie à",
            "para",
            "enviado",
            "enviado el",
            "enviado em",
            "enviada em",
            "fecha",
            "data",
            "asunto",
            "assunto",
            "responder a",
            "a",
            "inviato",
            "oggetto",
            "aan",
            "verzonden",
            "onderwerp",
            "till",
            "skickat",
            "ämne",
            "kopia",
            "til",
            "sendt",
            "dato",
            "emne",
            "kopi",
            "vastaanottaja",
            "lähetetty",
            "aihe",
            "do",
            "wysłano",
            "temat",
            "dw",
            "komu",
            "předmět",
            "odesláno",
            "dátum",
            "címzett",
            "tárgy",
            "küldve",
            "kime",
            "konu",
            "tarih",
            "кому",
            "отправлено",
            "дата",
            "тема",
            "копия",
            "надіслано",
            "до",
            "către",
            "subiect",
            "收件人",
            "发送时间",
            "日期",
            "主题",
            "主旨",
            "收件者",
            "抄送",
            "宛先",
            "送信日時",
            "日時",
            "件名",
            "받는 사람",
            "날짜",
            "제목",
            "προς",
            "θέμα",
            "ημερομηνία");
    /** How one says that somebody wrote something. */
    private static final List<String> WROTE = List.of(
            "wrote",
            "schrieb",
            "geschrieben",
            "schreef",
            "geschreven",
            "écrit",
            "escribió",
            "escreveu",
            "ha scritto",
            "scritto",
            "napisał",
            "napisał(a)",
            "napisała",
            "napsal",
            "napísal",
            "skrev",
            "kirjoitti",
            "írta",
            "yazdı",
            "a scris",
            "написал",
            "написала",
            "написал(а)",
            "пишет",
            "писал",
            "написав",
            "пише",
            "写道",
            "寫道",
            "写到",
            "のメール",
            "のコメント",
            "작성",
            "έγραψε",
            "כתב",
            "كتب",
            "rašė",
            "rakstīja",
            "kirjutas",
            "je napisao",
            "napisao",
            "viết");
    /** Before a name: the Russian mail.ru says only from whom. */
    private static final List<String> BY = List.of(" от ", " from ", " von ", " de ", " by ");

    private static final Map<Character, Character> STARS = Map.of('*', '*', '_', '_');

    private Words() {}

    static Header header(String bare) {
        int colon = bare.indexOf(':');
        int wide = bare.indexOf('：');
        int end = colon < 0 ? wide : wide < 0 ? colon : Math.min(colon, wide);
        if (end < 1 || end > 24) {
            return Header.NONE;
        }
        var word = plain(bare.substring(0, end)).toLowerCase(Locale.ROOT);
        return SENDERS.contains(word) ? Header.FROM : OTHERS.contains(word) ? Header.OTHER : Header.NONE;
    }

    private static String plain(String word) {
        var bare = word;
        while (!bare.isEmpty() && STARS.containsKey(bare.charAt(0))) {
            bare = bare.substring(1);
        }
        while (!bare.isEmpty() && STARS.containsKey(bare.charAt(bare.length() - 1))) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.strip();
    }

    /** Whether a line may be the first of several that say who wrote when. */
    static boolean beginsAttribution(String bare) {
        return bare.length() < 300 && (Moment.in(bare) || bare.indexOf('@') > 0 || wrote(bare));
    }

    /** Whether a line, put together, says who wrote when. */
    static boolean attribution(String line) {
        boolean moment = Moment.in(line);
        boolean somebody = line.indexOf('@') > 0;
        char last = line.charAt(line.length() - 1);
        boolean ends = last == ':' || last == '：';
        if (ends && wrote(line)) {
            return moment || somebody && line.length() < 200;
        }
        if (ends && moment && somebody) {
            return Moment.first(line) || BY.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains);
        }
        if (line.startsWith("---") && line.endsWith("---")) {
            return moment && wrote(line);
        }
        // Gmail in some languages, years ago: a date and a name.
        return Moment.first(line)
                && (last == '>' && somebody && !Opening.open(line) || line.contains(" GMT+") && line.length() < 80);
    }

    private static boolean wrote(String line) {
        var lower = line.toLowerCase(Locale.ROOT);
        return WROTE.stream().anyMatch(word -> contains(lower, word));
    }

    private static boolean contains(String line, String word) {
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
            boolean start = at == 0 || !Character.isLetter(line.charAt(at - 1)) || word.charAt(0) > 0x2E80;
            int end = at + word.length();
            if (start && (end == line.length() || !Character.isLetter(line.charAt(end)) || word.charAt(0) > 0x2E80)) {
                return true;
            }
        }
        return false;
    }
}
