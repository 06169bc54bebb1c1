package io.github.cxoneauthstub.tls;

import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Shows each client the same. */
final class OneIdentity extends ServerKeys {
    private final Identity identity;

    OneIdentity(Identity identity) {
        this.identity = identity;
    }

    @Override
    String choose(@Nullable Socket socket) {
        return "";
    }

    @Override
    Identity identity(String alias) {
        return identity;
    }
}
