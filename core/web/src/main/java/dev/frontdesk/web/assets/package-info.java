/** The pages: one HTML file and what it loads, hashed, compressed and cached for ever. */
@NullMarked
package dev.frontdesk.web.assets;

import org.jspecify.annotations.NullMarked;
