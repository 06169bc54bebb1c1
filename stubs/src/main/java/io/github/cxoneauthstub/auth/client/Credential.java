package io.github.cxoneauthstub.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What can be sent as an id and as a secret. */
final class Credential {
    private static final int LONGEST = 2000;

    private Credential() {}

    /** @param what whose id it is: {@code a client} */
    static String checkedId(String what, String id) {
        if (id.isEmpty() || hasControlCharacter(id)) {
            throw new IllegalArgumentException(what + " id of " + id.length() + " characters, '" + id.strip()
                    + "', is not allowed: it has at least one character and no control characters");
        }
        if (!UTF_8.newEncoder().canEncode(id)) {
            throw new IllegalArgumentException(what + " id of " + id.length() + " characters has half of a surrogate"
                    + " pair: it cannot be written in UTF-8, so nobody could send it");
        }
        checkLength(what + " id", id);
        return id;
    }

    /** @param whose whose secret it is: {@code client 'reporting'} */
    static String checkedSecret(String whose, String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the secret of " + whose + " is empty: an empty parameter counts"
                    + " as absent, so nobody could authenticate with it; give it at least one character");
        }
        if (hasControlCharacter(secret)) {
            throw new IllegalArgumentException("the secret of " + whose + " has a control character, perhaps the line"
                    + " end of a file: RFC 7617 section 2 allows none, so nobody could send it; strip it");
        }
        if (!UTF_8.newEncoder().canEncode(secret)) {
            throw new IllegalArgumentException("the secret of " + whose + " has half of a surrogate pair: it cannot be"
                    + " written in UTF-8, so nobody could send it");
        }
        checkLength("the secret of " + whose, secret);
        return secret;
    }

    private static void checkLength(String what, String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(what + " has " + value.length() + " characters: " + LONGEST
                    + " are the most, so that a header holds it");
        }
    }

    private static boolean hasControlCharacter(String text) {
        return text.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    }
}
