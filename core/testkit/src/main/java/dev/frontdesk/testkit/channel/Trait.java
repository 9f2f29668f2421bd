package dev.frontdesk.testkit.channel;

/** What a channel can do beyond sending and receiving text. Where it cannot, the contract asserts that it says so cleanly. */
public enum Trait {
    /** The provider or a browser calls endpoints of the channel. Without: it has none. */
    PUSHED,
    /** The channel polls. Without: it has no receiver. */
    POLLS,
    /** It shows the options of a choice as buttons, and a press comes back. Without: a choice is rejected. */
    BUTTONS,
    /** People send files, which the channel fetches when it is asked. Without: it fetches nothing. */
    FILES,
    /** The provider may ask to slow down. Without: fifty messages in a row are taken. */
    LIMITED,
    /** People may change what they wrote, and the provider says so. Without: nothing is asserted. */
    EDITS,
    /** People may react to a message of ours, and the provider says so. Without: nothing is asserted. */
    REACTS,
    /** The provider tells what became of a message. Without: the channel does not claim it. */
    REPORTS,
    /** The provider may tell that two of its ids are one person's. Without: nothing is asserted. */
    ALIASES
}
