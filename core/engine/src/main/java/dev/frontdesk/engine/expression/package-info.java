/**
 * Conditions, templates and regular expressions as an operator writes them: the only package that knows CEL, Mustache and
 * RE2. CEL parses and type-checks a condition; it then runs on {@link dev.frontdesk.api.Value values} with rules of our own,
 * because CEL's evaluator throws on what is missing and ours must not. Start at
 * {@link dev.frontdesk.engine.expression.Expressions}.
 */
@NullMarked
package dev.frontdesk.engine.expression;

import org.jspecify.annotations.NullMarked;
