/**
 * HTTP in front of the engine: webhooks, the inbox's REST and live events, its pages, health and metrics. Start at
 * {@link FrontdeskWeb}; docs/rest.md is the contract.
 */
@NullMarked
package dev.frontdesk.web;

import org.jspecify.annotations.NullMarked;
