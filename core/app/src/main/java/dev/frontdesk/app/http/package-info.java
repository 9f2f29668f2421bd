/**
 * The one way out: {@link dev.frontdesk.app.http.GuardedHttp}. {@link dev.frontdesk.app.http.Guard} says where a call may go,
 * by {@link dev.frontdesk.app.http.Addresses} and what the operator {@linkplain dev.frontdesk.app.http.Allowed allows};
 * {@link dev.frontdesk.app.http.Call} makes it on one of the {@link dev.frontdesk.app.http.Connections}.
 */
@NullMarked
package dev.frontdesk.app.http;

import org.jspecify.annotations.NullMarked;
