/**
 * The one way out: {@link dev.frontdesk.app.http.GuardedHttp}. {@link dev.frontdesk.app.http.Addresses} says what is public,
 * {@link dev.frontdesk.app.http.Allowed} what the operator allows besides, {@link dev.frontdesk.app.http.Pins} keeps a name at the
 * addresses that were checked.
 */
@NullMarked
package dev.frontdesk.app.http;

import org.jspecify.annotations.NullMarked;
