package io.github.cxoneauthstub.front;

import javax.net.ssl.SSLContext;

/**
 * How one connection is made secure, as it was when the client began.
 *
 * @param context has the key and the certificate that the client is shown
 * @param listener hears what becomes of it
 * @since 0.1.0
 */
public record Securing(SSLContext context, HandshakeListener listener) {}
