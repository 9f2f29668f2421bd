/**
 * Plugins: which there are ({@link dev.frontdesk.app.plugin.BuiltIns}, {@link dev.frontdesk.app.plugin.PluginFolder}), what they bring
 * ({@link dev.frontdesk.app.plugin.Catalog}) and how it is built ({@link dev.frontdesk.app.plugin.Workshop}).
 */
@NullMarked
package dev.frontdesk.app.plugin;

import org.jspecify.annotations.NullMarked;
