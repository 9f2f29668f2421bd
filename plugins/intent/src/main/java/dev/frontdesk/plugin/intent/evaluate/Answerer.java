package dev.frontdesk.plugin.intent.evaluate;

/** Something that can be asked what a message is about. */
interface Answerer {
    Answer answer(String text);
}
