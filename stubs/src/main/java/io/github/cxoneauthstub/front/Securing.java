package io.github.cxoneauthstub.front;

import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * How one connection is made secure, as it was when the client began.
 *
 * @param context has the key and the certificate that the client is shown
 * @param meantToFail whether the client ought to break off, so that nobody is told when it does
 * @param brokenOff is told why, in one sentence of ours, when the client breaks off otherwise
 * @since 0.1.0
 */
public record Securing(SSLContext context, boolean meantToFail, Consumer<String> brokenOff) {}
