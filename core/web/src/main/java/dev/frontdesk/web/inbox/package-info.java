/**
 * The inbox over REST: lists, threads, decisions, and the commands of agents. Every answer is made of a fixed number
 * of queries.
 */
@NullMarked
package dev.frontdesk.web.inbox;

import org.jspecify.annotations.NullMarked;
