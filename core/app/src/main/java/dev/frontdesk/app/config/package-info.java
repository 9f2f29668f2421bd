/**
 * From files to records: {@link dev.frontdesk.app.config.ConfigFiles} reads, {@link dev.frontdesk.app.config.Binder} binds and collects
 * every problem, {@link dev.frontdesk.app.config.ConfigurationLoader} puts the whole configuration together.
 */
@NullMarked
package dev.frontdesk.app.config;

import org.jspecify.annotations.NullMarked;
