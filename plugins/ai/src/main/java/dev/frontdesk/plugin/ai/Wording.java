package dev.frontdesk.plugin.ai;

import dev.frontdesk.plugin.ai.chat.Said;
import java.util.ArrayList;
import java.util.List;

/** The record of a call, as agents read it in the conversation. */
final class Wording {
    private static final int BRIEF = 200;

    private Wording() {}

    /** A line of a model's or a contact's words: short, and without characters that would break it. */
    static String brief(String text) {
        var line = text.strip();
        line = line.length() <= BRIEF ? line : line.substring(0, BRIEF) + "…";
        var clean = new StringBuilder(line.length());
        line.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .filter(c -> !Character.isSurrogate((char) c) || c > 0xffff)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** @param then what the step makes of it */
    static String of(Said said, List<Verdict> verdicts, String then) {
        var parts = new ArrayList<String>();
        parts.add("AI " + brief(said.model()) + ": " + said.tokensIn() + " + " + said.tokensOut() + " tokens, cost "
                + said.cost().stripTrailingZeros().toPlainString() + ", " + said.millis() + " ms");
        said.confidence().ifPresent(sure -> parts.add("sure to " + sure.toPlainString()));
        parts.add("asked: " + said.asked() + (said.hidden() > 0 ? " (" + said.hidden() + " hidden)" : ""));
        if (!said.passages().isEmpty()) {
            parts.add("read: " + String.join(", ", said.passages()));
        }
        verdicts.stream().filter(one -> !one.isRefused()).forEach(one -> parts.add(one.words()));
        verdicts.stream()
                .filter(Verdict::isRefused)
                .forEach(one -> parts.add("refused " + brief(one.call().function()) + ": " + one.words()));
        parts.add(then);
        return String.join("; ", parts);
    }
}
