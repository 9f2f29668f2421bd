/**
 * What channels, plugins and this process's own tools answer over HTTP: {@link EndpointTable} knows them, {@link
 * EndpointRoutes} serves them.
 */
@NullMarked
package dev.frontdesk.web.endpoints;

import org.jspecify.annotations.NullMarked;
