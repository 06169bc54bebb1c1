package io.github.cxoneauthstub.tls;

import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Shows each client a certificate for the name that it asks for (RFC 6066 section 3), made when it is first asked for;
 * for a name that none may be made for, that of this machine. Safe for use by several threads.
 */
final class NamedIdentities extends ServerKeys {
    private static final String LOCAL = "localhost";

    /** A client that makes names up would fill the memory; the one that was asked for longest ago is made anew. */
    static final int MOST = 200;

    private final Function<String, Identity> making;
    private final Map<String, Identity> latestLast = new LinkedHashMap<>(16, 0.75f, true);

    /** @param making makes one for a name, whatever else is wrong with it */
    NamedIdentities(Function<String, Identity> making) {
        this.making = making;
    }

    @Override
    synchronized Identity identity(String alias) {
        Identity known = latestLast.get(alias);
        if (known != null) {
            return known;
        }
        if (latestLast.size() >= MOST) {
            latestLast.remove(latestLast.keySet().iterator().next());
        }
        Identity made = making.apply(alias);
        latestLast.put(alias, made);
        return made;
    }

    @Override
    String choose(@Nullable Socket socket) {
        return socket instanceof SSLSocket secure && secure.getHandshakeSession() instanceof ExtendedSSLSession session
                ? asked(session)
                : LOCAL;
    }

    private String asked(ExtendedSSLSession session) {
        return session.getRequestedServerNames().stream()
                .filter(SNIHostName.class::isInstance)
                .map(name -> ((SNIHostName) name).getAsciiName().toLowerCase(Locale.ROOT))
                .filter(HostNames::mayBe)
                .findFirst()
                .orElse(LOCAL);
    }
}
