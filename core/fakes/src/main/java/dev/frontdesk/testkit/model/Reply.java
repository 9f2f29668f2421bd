package dev.frontdesk.testkit.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the model answers.
 *
 * @param text what it says; empty when it only calls
 * @param calls the functions it wants called, in order
 * @param finish why it stopped: {@code stop}, {@code tool_calls}, {@code length}, {@code content_filter}
 * @param confidence the probability of each of its tokens, told when the request asks for it
 * @param tokensIn what reading the question is said to have cost; negative: the answer has no usage
 * @param tokensOut what writing the answer is said to have cost
 */
public record Reply(String text, List<Call> calls, String finish, double confidence, int tokensIn, int tokensOut) {

    /**
     * A function it wants called.
     *
     * @param arguments as the model writes them: JSON when it is careful
     */
    public record Call(String function, String arguments) {}

    /** Copies the calls. */
    public Reply {
        calls = List.copyOf(calls);
    }

    /** Says something. */
    public static Reply says(String text) {
        return new Reply(text, List.of(), "stop", 0.9, 100, 20);
    }

    /** Calls a function and says nothing. */
    public static Reply calls(String function, String arguments) {
        return says("").andCalls(function, arguments);
    }

    /** Also calls this function. */
    public Reply andCalls(String function, String arguments) {
        var more = new ArrayList<>(calls);
        more.add(new Call(function, arguments));
        return new Reply(text, more, "tool_calls", confidence, tokensIn, tokensOut);
    }

    /** Also says this. */
    public Reply andSays(String more) {
        return new Reply(more, calls, finish, confidence, tokensIn, tokensOut);
    }

    /** Stops for this reason. */
    public Reply finishing(String why) {
        return new Reply(text, calls, why, confidence, tokensIn, tokensOut);
    }

    /** Is so sure of each token, between 0 and 1. */
    public Reply sure(double probability) {
        return new Reply(text, calls, finish, probability, tokensIn, tokensOut);
    }

    /** Costs so many tokens. */
    public Reply costing(int in, int out) {
        return new Reply(text, calls, finish, confidence, in, out);
    }
}
