package io.github.cxoneauthstub.jose;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be told of a token before it is decoded. */
final class TokenShape {
    private static final int LONGEST = 16_384;
    private static final Set<String> LITERALS = Set.of("undefined", "null", "none", "nil", "[object object]");
    private static final Pattern QUOTED = Pattern.compile("([\"'\u201C\u201D]).*", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern BASE64URL_AND_DOTS = Pattern.compile("[A-Za-z0-9_.-]*");

    /** Shorter ones are no token of any kind. */
    private static final int SHORTEST_OPAQUE = 16;

    private TokenShape() {}

    /** Why this is no JWT, as a sentence that quotes nothing; empty if it may be one. */
    static Optional<String> fault(String presented) {
        String fault = null;
        if (presented.isBlank()) {
            fault = "nothing follows the word Bearer";
        } else if (presented.length() > LONGEST) {
            fault = "it has " + presented.length() + " characters";
        } else if (LITERALS.contains(presented.toLowerCase(Locale.ROOT))) {
            fault = "it is the word " + presented + ": the variable had no value";
        } else if (QUOTED.matcher(presented).matches()) {
            fault = "it begins with a quotation mark";
        } else if (BLANK.matcher(presented).find()) {
            fault = "it has a blank or a line break inside";
        } else if (!BASE64URL_AND_DOTS.matcher(presented).matches()) {
            fault = "it has characters that base64url has not";
        } else if (isWord(presented)) {
            fault = "a word of " + presented.length()
                    + " characters without dots; an opaque token of Genesys Cloud has 86, a JWT has three parts";
        } else if (presented.chars().filter(c -> c == '.').count() != 2) {
            fault = "a JWT has three parts separated by dots, this has "
                    + (1 + presented.chars().filter(c -> c == '.').count());
        }
        return Optional.ofNullable(fault);
    }

    /** As an opaque token is that was cut or got longer; the first part of a JWT is none. */
    private static boolean isWord(String presented) {
        return presented.length() >= SHORTEST_OPAQUE && presented.indexOf('.') < 0 && !presented.startsWith("eyJ");
    }
}
