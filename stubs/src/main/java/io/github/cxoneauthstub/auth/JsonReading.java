package io.github.cxoneauthstub.auth;

/**
 * What came of reading JSON.
 *
 * @since 0.1.0
 */
public sealed interface JsonReading {

    /** It was one value and nothing else. */
    record Whole(JsonValue value) implements JsonReading {}

    /**
     * It was not.
     *
     * @param place where it went wrong
     * @param sentence why; it quotes nothing of the text but the name of a repeated key
     */
    record Faulty(JsonValue.Place place, String sentence) implements JsonReading {}
}
