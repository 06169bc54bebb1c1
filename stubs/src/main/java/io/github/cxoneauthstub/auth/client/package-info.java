/**
 * The registered clients of the simulated server: {@link io.github.cxoneauthstub.auth.client.Client} and the words that
 * describe it.
 */
@NullMarked
package io.github.cxoneauthstub.auth.client;

import org.jspecify.annotations.NullMarked;
