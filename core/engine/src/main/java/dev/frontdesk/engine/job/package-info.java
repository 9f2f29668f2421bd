/** What goes into a lane, and what the mail it leaves says: the way back from sends, actions and people. */
@org.jspecify.annotations.NullMarked
package dev.frontdesk.engine.job;
