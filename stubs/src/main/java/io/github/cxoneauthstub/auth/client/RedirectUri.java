package io.github.cxoneauthstub.auth.client;

import java.net.URI;
import java.net.URISyntaxException;

/** An address that authorization codes are sent to (RFC 6749 section 3.1.2). */
final class RedirectUri {
    private RedirectUri() {}

    static String checked(String clientId, String value) {
        if (!isPossible(value)) {
            throw new IllegalArgumentException("'" + value + "' is no redirect URI of client '" + clientId + "': it is"
                    + " absolute, of ASCII and without a fragment, as http://127.0.0.1/callback or my-app://callback");
        }
        return value;
    }

    private static boolean isPossible(String value) {
        try {
            URI uri = new URI(value);
            return uri.isAbsolute()
                    && uri.getRawFragment() == null
                    && value.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        } catch (URISyntaxException noUri) {
            return false;
        }
    }
}
