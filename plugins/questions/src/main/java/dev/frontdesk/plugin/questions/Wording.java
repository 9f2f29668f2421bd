package dev.frontdesk.plugin.questions;

import java.util.Locale;

/** What a question says to an answer that does not fit, where the workflow says nothing. */
final class Wording {
    private Wording() {}

    static String retry(AskSettings settings, Locale language) {
        return language.getLanguage().equals("ru") ? russian(settings) : english(settings);
    }

    private static String english(AskSettings settings) {
        return switch (settings.kind()) {
            case CHOICE -> "Sorry, I did not get that. Please choose one of these:";
            case EMAIL -> "That does not look like an e-mail address. Please write it like name@example.com.";
            case NUMBER -> "Please answer with a number" + range(settings, " from ", " to ") + ".";
            case INTENT -> "Sorry, I did not get that. Could you say it in other words?";
            case TEXT -> "Sorry, that answer does not fit. Please try again.";
        };
    }

    private static String russian(AskSettings settings) {
        return switch (settings.kind()) {
            case CHOICE -> "Извините, я не понял ответ. Пожалуйста, выберите один из вариантов:";
            case EMAIL -> "Это не похоже на адрес электронной почты. Пожалуйста, напишите его в виде name@example.com.";
            case NUMBER -> "Пожалуйста, ответьте числом" + range(settings, " от ", " до ") + ".";
            case INTENT -> "Извините, я не понял. Могли бы вы сказать это другими словами?";
            case TEXT -> "Извините, такой ответ не подходит. Пожалуйста, попробуйте ещё раз.";
        };
    }

    private static String range(AskSettings settings, String from, String to) {
        return settings.min().map(min -> from + min.toPlainString()).orElse("")
                + settings.max().map(max -> to + max.toPlainString()).orElse("");
    }
}
