package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Base64;
import java.util.Optional;

/**
 * What follows the word Basic where a client says who it is and proves nothing: {@code base64(clientId@cxone)}.
 *
 * @param text what was encoded; empty if it was nothing that can be decoded to text
 */
record ApplicationName(Optional<String> text) {
    private static final String SUFFIX = "@cxone";

    static ApplicationName read(String credentials) {
        try {
            return new ApplicationName(
                    FormEncoding.strictUtf8(Base64.getDecoder().decode(credentials.strip())));
        } catch (IllegalArgumentException notBase64) {
            return new ApplicationName(Optional.empty());
        }
    }

    /** The id of the client. */
    Optional<String> id() {
        return text.filter(name -> name.endsWith(SUFFIX) && name.length() > SUFFIX.length() && !hasColon())
                .map(name -> name.substring(0, name.length() - SUFFIX.length()));
    }

    /** What is wrong with it; quotes nothing. */
    String fault() {
        return text.isEmpty()
                ? "what follows Basic is not the base64 of a text"
                : hasColon() ? "id and secret, separated by a colon" : "a text that does not end with @cxone";
    }

    private boolean hasColon() {
        return text.filter(name -> name.indexOf(':') >= 0).isPresent();
    }
}
