package io.github.cxoneauthstub.auth.request;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of one Authorization header: a scheme and what follows it (RFC 9110 section 11.4). Nothing is decoded here.
 *
 * @param scheme the scheme as sent; compare it with {@link #is}
 * @param credentials what follows the scheme; empty when nothing does
 * @since 0.1.0
 */
public record Authorization(String scheme, String credentials) {
    private static final Pattern SHAPE = Pattern.compile("(\\S*)(?:[ \\t]+(.*))?", Pattern.DOTALL);

    private static final Set<String> COMMON =
            Set.of("basic", "bearer", "digest", "negotiate", "ntlm", "token", "oauth", "apikey");

    /** Splits a header value. */
    public static Authorization parse(String value) {
        Matcher parts = SHAPE.matcher(value.strip());
        if (!parts.matches()) {
            return new Authorization(value.strip(), "");
        }
        return new Authorization(
                parts.group(1), Optional.ofNullable(parts.group(2)).orElse(""));
    }

    /** The scheme for a report: its name if it is a common one, because any other word may be a token or a secret. */
    public String schemeName() {
        return COMMON.contains(scheme.toLowerCase(Locale.ROOT))
                ? scheme
                : "no common one, but a word of " + scheme.length() + " characters";
    }

    /** Whether the scheme is this one; a scheme's case does not matter (RFC 9110 section 11.1). */
    public boolean is(String name) {
        return scheme.equalsIgnoreCase(name);
    }

    /** Says nothing of the credentials. */
    @Override
    public String toString() {
        return "Authorization[" + credentials.length() + " characters]";
    }
}
