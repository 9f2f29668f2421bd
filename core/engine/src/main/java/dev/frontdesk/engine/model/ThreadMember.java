package dev.frontdesk.engine.model;

import dev.frontdesk.api.channel.Participant;

/** Somebody besides the contact in the thread of a conversation. */
public record ThreadMember(long conversation, String channel, Participant who, long at) {}
