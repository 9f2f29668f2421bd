/** For authors of classifiers and enrichers, and of steps that ask them. */
@NullMarked
package dev.frontdesk.testkit.enrich;

import org.jspecify.annotations.NullMarked;
