package dev.frontdesk.engine.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether a contact asks for a person: in one clause a word for people with one for talking or bringing them, or nothing else that
 * says anything. In English and Russian, and it knows no more than that: "your agent was rude" asks for nobody.
 */
public final class Person {
    private static final int LONGEST = 2_000;

    /** Words between a verb and the person: "connect me to a customer service agent". */
    private static final int REACH_OF_SAID = 6;

    private static final int REACH_OF_GIVEN = 4;
    private static final int REACH_OF_HOPED = 3;

    private static final Map<String, Set<String>> WORDS = read();
    private static final Set<String> PEOPLE = words("people");
    private static final Set<String> SAID = words("said");
    private static final Set<String> GIVEN = words("given");
    private static final Set<String> HOPED = words("hoped");
    private static final Set<String> OWN = words("own");
    private static final Set<String> MINE = words("mine");
    private static final Set<String> ASIDE = words("aside");
    private static final Set<String> URGENT = words("urgent");
    private static final Set<String> MANY = words("many");
    private static final Set<String> NOT = words("not");
    private static final Set<String> BUT = words("but");
    private static final Set<String> FILLER = words("filler");
    private static final Set<String> ALONE = words("alone");

    private Person() {}

    public static boolean isAskedFor(String text) {
        var looked = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return namesPeople(looked) && isWish(clauses(looked));
    }

    /** Most messages name nobody, and shall cost next to nothing. */
    private static boolean namesPeople(String text) {
        int begin = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside =
                    i < text.length() && (Character.isLetter(text.charAt(i)) || begin >= 0 && text.charAt(i) == '-');
            if (inside && begin < 0) {
                begin = i;
            } else if (!inside && begin >= 0) {
                if (PEOPLE.contains(
                        text.substring(begin, i).toLowerCase(Locale.ROOT).replace('ё', 'е'))) {
                    return true;
                }
                begin = -1;
            }
        }
        return false;
    }

    private static boolean isWish(List<List<String>> clauses) {
        return clauses.stream().anyMatch(Person::asks)
                || namesOnlyPeople(clauses)
                || IntStream.range(0, clauses.size()).anyMatch(i -> isWishOfItsOwn(clauses, i));
    }

    /** "Where is it? A real person please", "not with a bot, but with a person". */
    private static boolean isWishOfItsOwn(List<List<String>> clauses, int i) {
        var clause = clauses.get(i);
        boolean only = clause.stream().anyMatch(PEOPLE::contains) && saysNothingElse(clause);
        return only
                && (clause.stream().anyMatch(URGENT::contains)
                        || i > 0 && clauses.get(i - 1).stream().anyMatch(Person::isVerb));
    }

    /** "I don't want a bot, I want a human" are two things, and only the second is meant. */
    private static List<List<String>> clauses(String text) {
        var clauses = new ArrayList<List<String>>();
        var clause = new ArrayList<String>();
        var word = new StringBuilder();
        for (char c : (polite(text.toLowerCase(Locale.ROOT)) + "\n").toCharArray()) {
            boolean inside = !word.isEmpty() && (c == '\'' || c == '’' || c == '-');
            if (Character.isLetterOrDigit(c) || inside) {
                word.append(c == 'ё' ? 'е' : c == '’' ? '\'' : c);
                continue;
            }
            if (!word.isEmpty()) {
                clause.add(word.toString());
                word.setLength(0);
            }
            boolean ends = ".,!?;:…\n".indexOf(c) >= 0;
            boolean turns = !clause.isEmpty() && BUT.contains(clause.getLast());
            if ((ends || turns) && !clause.isEmpty()) {
                clauses.add(List.copyOf(turns ? clause.subList(0, clause.size() - 1) : clause));
                clause.clear();
            }
        }
        clauses.removeIf(List::isEmpty);
        return clauses;
    }

    /** A comma beside "please" parts nothing. */
    private static String polite(String text) {
        var plain = text;
        for (var word : List.of("please", "пожалуйста")) {
            plain = plain.replace(", " + word, " " + word).replace(word + ",", word + " ");
        }
        return plain;
    }

    private static boolean asks(List<String> clause) {
        return clause.stream().noneMatch(MANY::contains)
                && IntStream.range(0, clause.size())
                        .anyMatch(
                                i -> PEOPLE.contains(clause.get(i)) && !isCounted(clause, i) && isAskedFor(clause, i));
    }

    private static boolean isCounted(List<String> clause, int person) {
        return person > 0 && Character.isDigit(clause.get(person - 1).charAt(0));
    }

    private static boolean isAskedFor(List<String> clause, int person) {
        int from = Math.max(0, person - REACH_OF_SAID);
        int to = Math.min(clause.size(), person + REACH_OF_SAID);
        return IntStream.range(from, to).anyMatch(verb -> brings(clause, verb, person) && !isRefused(clause, verb));
    }

    private static boolean brings(List<String> clause, int verb, int person) {
        var word = clause.get(verb);
        int before = person - verb;
        if (before > 0 && clause.subList(verb + 1, person).stream().anyMatch(ASIDE::contains)) {
            return false; // "a call from your agent"
        }
        return SAID.contains(word) && !(before > 0 && MINE.contains(clause.get(verb + 1)))
                || GIVEN.contains(word) && before > 0 && before <= REACH_OF_GIVEN
                || HOPED.contains(word)
                        && before > 0
                        && before <= REACH_OF_HOPED
                        && clause.subList(verb, person).stream().noneMatch(OWN::contains);
    }

    /** "do not want to talk": the verbs before it, and what is before these. "I can not reach an operator" refuses nobody. */
    private static boolean isRefused(List<String> clause, int verb) {
        int first = verb;
        while (first > 0
                && (isVerb(clause.get(first - 1)) || clause.get(first - 1).equals("to"))) {
            first--;
        }
        if (first > 0 && clause.get(first).equals("need") && ALONE.contains(clause.get(first - 1))) {
            return true; // "no need to call anybody"
        }
        boolean able = first > 1 && Set.of("can", "could").contains(clause.get(first - 2));
        return first > 0 && NOT.contains(clause.get(first - 1)) && !able;
    }

    private static boolean isVerb(String word) {
        return SAID.contains(word) || GIVEN.contains(word) || HOPED.contains(word);
    }

    /** "Hello, operator please": a person, and nothing else that says anything. */
    private static boolean namesOnlyPeople(List<List<String>> clauses) {
        return clauses.stream().flatMap(List::stream).anyMatch(PEOPLE::contains)
                && clauses.stream().allMatch(Person::saysNothingElse);
    }

    private static boolean saysNothingElse(List<String> clause) {
        return clause.stream().allMatch(word -> PEOPLE.contains(word) || FILLER.contains(word))
                || clause.size() == 1 && ALONE.contains(clause.getFirst());
    }

    private static Set<String> words(String key) {
        return Objects.requireNonNull(WORDS.get(key), key);
    }

    private static Map<String, Set<String>> read() {
        var words = new HashMap<String, Set<String>>();
        try (var in = Objects.requireNonNull(Person.class.getResourceAsStream("person.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(": "))
                    .forEach(line -> words.put(
                            line.substring(0, line.indexOf(':')),
                            Set.of(List.of(line.substring(line.indexOf(':') + 2).split(" ")).stream()
                                    .distinct()
                                    .toArray(String[]::new))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
