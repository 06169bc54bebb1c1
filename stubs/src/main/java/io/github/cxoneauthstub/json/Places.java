package io.github.cxoneauthstub.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.cxoneauthstub.auth.JsonValue.Place;

/** Says where and why a text is not JSON. Jackson's own sentences quote the text, which may be a secret. */
final class Places {
    private Places() {}

    static Place of(JsonLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** A number that is too long is found without its place. */
    static JsonLocation of(JsonProcessingException fault, JsonParser parser) {
        JsonLocation known = fault.getLocation();
        return known == null ? parser.currentTokenLocation() : known;
    }

    /** @param behind whether a value was read before it */
    static String sentence(JsonProcessingException fault, JsonLocation location, String text, boolean behind) {
        if (fault instanceof StreamConstraintsException) {
            return "a number, a key or a string is longer than is read";
        }
        long offset = location.getCharOffset();
        if (offset >= text.stripTrailing().length()) {
            return behind
                    ? JsonTree.BEHIND
                    : "it breaks off: a value, a quotation mark or a closing bracket is missing";
        }
        return switch (text.charAt((int) Math.max(0, offset))) {
            case '/', '#' -> "JSON has no comments";
            case '\'' -> "keys and strings stand in double quotes";
            case '}', ']' -> "a bracket is not expected here: perhaps there is a comma too many before it";
            default ->
                behind
                        ? JsonTree.BEHIND
                        : "this is not JSON: look for a comma, a colon or a quotation mark that is missing here or"
                                + " before";
        };
    }
}
