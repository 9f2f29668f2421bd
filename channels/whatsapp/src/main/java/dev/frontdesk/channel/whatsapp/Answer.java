package dev.frontdesk.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of one call of the Cloud API. */
sealed interface Answer {

    /** It was done. */
    record Done(JsonNode body) implements Answer {}

    /** The Cloud API says no, so nothing was done. */
    record Refused(Refusal refusal) implements Answer {}

    /** Something answered that is not the Cloud API, or not as itself: a proxy, a sign-in page, nothing at all. */
    record Strange(int status) implements Answer {}

    /** The call surely did not get there. */
    record NotSent(String why) implements Answer {}

    /** The call may have had its effect: it was on its way when the connection or our patience ended. */
    record Unsure(String why) implements Answer {}
}
