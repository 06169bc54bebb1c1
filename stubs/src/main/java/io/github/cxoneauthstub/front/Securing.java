package io.github.cxoneauthstub.front;

import javax.net.ssl.SSLContext;

/**
 * How one connection is made secure.
 *
 * @param context has the key and the certificate that the client is shown
 * @param meantToFail whether the client ought to break off, so that nobody is told when it does
 * @since 0.1.0
 */
public record Securing(SSLContext context, boolean meantToFail) {}
