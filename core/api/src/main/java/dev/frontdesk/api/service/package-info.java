/** Services that channels, actions and listeners may inject. */
@NullMarked
package dev.frontdesk.api.service;

import org.jspecify.annotations.NullMarked;
