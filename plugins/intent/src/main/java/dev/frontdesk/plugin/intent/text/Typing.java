package dev.frontdesk.plugin.intent.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How Russian comes out in Latin letters, and either language on the other's keyboard. What it is made of is lower case. */
enum Typing {
    /** "gde moy zakaz" */
    RUSSIAN_IN_LATIN {
        @Override
        String meant(String word) {
            return Latin.russian(word);
        }
    },
    /** "ult vjq pfrfp" */
    RUSSIAN_ON_ENGLISH_KEYS {
        @Override
        String meant(String word) {
            return mapped(word, Keys.TO_RUSSIAN);
        }
    },
    /** "цруку ьн щквук" */
    ENGLISH_ON_RUSSIAN_KEYS {
        @Override
        String meant(String word) {
            return mapped(word, Keys.TO_ENGLISH);
        }
    };

    abstract String meant(String word);

    private static String mapped(String word, Map<Character, Character> keys) {
        var meant = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            meant.append(keys.getOrDefault(word.charAt(i), word.charAt(i)).charValue());
        }
        return meant.toString();
    }

    private static final class Keys {
        private static final String ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
        private static final String RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюе";
        static final Map<Character, Character> TO_RUSSIAN = new HashMap<>();
        static final Map<Character, Character> TO_ENGLISH = new HashMap<>();

        static {
            for (int i = 0; i < ENGLISH.length(); i++) {
                TO_RUSSIAN.put(ENGLISH.charAt(i), RUSSIAN.charAt(i));
                TO_ENGLISH.putIfAbsent(RUSSIAN.charAt(i), ENGLISH.charAt(i));
            }
        }
    }

    /** The usual ways at once, the longest run of letters first; what y stands for its neighbour tells. */
    private static final class Latin {
        private static final List<String> FROM = List.of(
                "shch", "sch", "sh", "ch", "zh", "kh", "ts", "yu", "ju", "ya", "ja", "yo", "jo", "ye", "je", "a", "b",
                "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w",
                "x", "z", "'");
        private static final List<String> TO = List.of(
                "щ", "щ", "ш", "ч", "ж", "х", "ц", "ю", "ю", "я", "я", "е", "е", "е", "е", "а", "б", "ц", "д", "е", "ф",
                "г", "х", "и", "й", "к", "л", "м", "н", "о", "п", "к", "р", "с", "т", "у", "в", "в", "кс", "з", "ь");
        private static final String VOWELS = "аеиоуыэюя";

        static String russian(String word) {
            var lower = word.toLowerCase(Locale.ROOT);
            var meant = new StringBuilder(word.length());
            for (int i = 0; i < lower.length(); ) {
                int place = place(lower, i);
                if (place >= 0) {
                    meant.append(isFirstE(lower, i) ? "э" : TO.get(place));
                    i += FROM.get(place).length();
                } else {
                    char c = lower.charAt(i++);
                    boolean afterVowel = !meant.isEmpty() && VOWELS.indexOf(meant.charAt(meant.length() - 1)) >= 0;
                    meant.append(c != 'y' ? c : afterVowel ? 'й' : 'ы');
                }
            }
            return meant.toString();
        }

        private static int place(String word, int at) {
            for (int i = 0; i < FROM.size(); i++) {
                if (word.startsWith(FROM.get(i), at)) {
                    return i;
                }
            }
            return -1;
        }

        /** "eto" is "это"; few Russian words begin with a plain е, and these are mostly written with ye. */
        private static boolean isFirstE(String word, int at) {
            return at == 0 && word.charAt(0) == 'e' && word.length() > 1 && "тк".indexOf(mapped(word.charAt(1))) >= 0;
        }

        private static char mapped(char c) {
            return c == 't' ? 'т' : c == 'k' ? 'к' : c;
        }
    }
}
