/**
 * The test authority and its certificates: HTTPS that a client can be made to trust, and that nobody else ever will.
 */
@NullMarked
package io.github.cxoneauthstub.tls;

import org.jspecify.annotations.NullMarked;
