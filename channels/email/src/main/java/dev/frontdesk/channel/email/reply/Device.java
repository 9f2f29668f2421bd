package dev.frontdesk.channel.email.reply;

import java.util.List;
import java.util.Locale;

/** The line that a telephone or a mail program puts below what somebody wrote. */
final class Device {
    private static final int LONGEST = 160;
    /** Of lines that begin like this, those that name a device or a program, or end soon. */
    private static final List<String> BEGINNINGS = List.of(
            "sent from",
            "sent via",
            "sent with",
            "sent by",
            "sent on the go",
            "sent using",
            "from my i",
            "from my phone",
            "from my android",
            "from my mobile",
            "from my cell",
            "typed on my",
            "get outlook for",
            "get [outlook",
            "written on my",
            "gesendet von",
            "gesendet mit",
            "gesendet über",
            "von meinem",
            "diese nachricht wurde von meinem",
            "envoyé depuis",
            "envoyé de mon",
            "envoyé à partir",
            "envoyé avec",
            "télécharger outlook",
            "obtenez outlook",
            "enviado desde",
            "enviado do",
            "enviado de mi",
            "enviado através",
            "enviado con",
            "enviado via",
            "obtener outlook",
            "obter outlook",
            "inviato da",
            "inviato dal",
            "inviata da",
            "scarica outlook",
            "verzonden met",
            "verzonden vanaf",
            "verstuurd vanaf",
            "verstuurd met",
            "verzonden via",
            "skickat från",
            "skickades från",
            "hämta outlook",
            "sendt fra",
            "sendt med",
            "hent outlook",
            "lähetetty",
            "wysłane z",
            "wysłano z",
            "wysłane przez",
            "odesláno z",
            "odoslané z",
            "отправлено с",
            "отправлено из",
            "отправлено через",
            "отправлено моб",
            "послано с",
            "надіслано з",
            "відправлено з",
            "trimis de pe",
            "küldve",
            "iphone'umdan gönderildi",
            "στάλθηκε από",
            "从我的",
            "發自我的",
            "发自我的",
            "發送自",
            "发送自",
            "從我的",
            "iphoneから送信",
            "androidから送信",
            "나의 iphone에서",
            "내 iphone에서");

    private static final List<String> ENDINGS = List.of(
            "gesendet.",
            "gesendet",
            "from mobile",
            "from my phone",
            "から送信",
            "傳送",
            "发送",
            "gönderildi",
            "보냄",
            "von unterwegs");

    private Device() {}

    static boolean added(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        var words = opened(line.toLowerCase(Locale.ROOT));
        for (var beginning : BEGINNINGS) {
            if (words.startsWith(beginning)) {
                return !goesOn(words, beginning);
            }
        }
        return words.length() < 60 && ENDINGS.stream().anyMatch(ending -> words.endsWith(ending) && count(words) < 8);
    }

    /** A sentence about sending something is none: it goes on behind a full stop, or asks. */
    private static boolean goesOn(String words, String beginning) {
        return words.endsWith("?") || beginning.equals("sent by") && count(words) > 5 || count(words) > 18;
    }

    private static long count(String words) {
        return words.chars().filter(c -> c == ' ').count() + 1;
    }

    /** Without the brackets and dashes around it. */
    private static String opened(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && "<([{*-_~ —–".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ">)]}*-_~ ".indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to);
    }
}
