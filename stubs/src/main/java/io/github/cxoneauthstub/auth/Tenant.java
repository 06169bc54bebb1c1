package io.github.cxoneauthstub.auth;

import java.util.regex.Pattern;

/**
 * A customer of CXone, as its tokens tell of it: in the claims {@code tenantId}, {@code area} and {@code icBUId}.
 *
 * @param tenantId shaped like CXone's, obviously invented
 * @param area the region
 * @param businessUnit the number of the business unit
 * @since 0.1.0
 */
public record Tenant(String tenantId, String area, long businessUnit) {
    private static final Pattern WORD = Pattern.compile("[\\w.:@-]+");

    /** The domain of the clusters; CXone's own is not claimed. */
    static final String ACD_DOMAIN = "acd.example.com";

    /** The tenant of a configuration that names none. */
    public static final Tenant DEFAULT = new Tenant("11eb0000-0000-0000-0000-0242ac110002", "na1", 4594001);

    /**
     * Checks its parts.
     *
     * @throws IllegalArgumentException if id or area is no word, or the business unit is not positive
     */
    public Tenant {
        checkedWord("tenantId", tenantId);
        checkedWord("area", area);
        if (businessUnit < 1) {
            throw new IllegalArgumentException(
                    "a business unit of " + businessUnit + " is not possible: it is a number from 1 on");
        }
    }

    /** The cluster that its business unit lives on, shaped like CXone's: a letter and a number. */
    String cluster() {
        return "C" + (10 + businessUnit % 90);
    }

    /** The name of its schema. */
    String schema() {
        return "example_" + businessUnit;
    }

    /**
     * A value of that name.
     *
     * @throws IllegalArgumentException if it is not letters, digits and the marks {@code _.:@-}, or is one or two dots
     *     only
     */
    public static String checkedWord(String name, String value) {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no " + name
                    + ": it has letters, digits and the marks _.:@- only, and at least one of them");
        }
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(
                    "'" + value + "' is no " + name + ": as a part of a URL it vanishes (RFC 3986 section 5.2.4)");
        }
        return value;
    }
}
