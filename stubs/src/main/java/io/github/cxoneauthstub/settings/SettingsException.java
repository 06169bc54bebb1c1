package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.JsonValue;

/**
 * A setting that is wrong. Its message is one line that names source, line, key, value unless it is a secret, and what
 * is allowed; it never shows a secret.
 *
 * @since 0.1.0
 */
public final class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String field;
    private final String reason;

    /**
     * One that is told as {@code source, line 3: field: reason}.
     *
     * @param source what was read: the name of a file, or "request body"
     * @param line from 1; 0 if it is of no line
     * @param field as {@code clients[1].scopes[0]}; empty for the whole
     * @param reason what is wrong and what is allowed
     */
    public SettingsException(String source, int line, String field, String reason) {
        this(line, source + (line == 0 ? "" : ", line " + line), field, reason);
    }

    private SettingsException(int line, String where, String field, String reason) {
        super(Shown.line(where + ": " + (field.isEmpty() ? "" : field + ": ") + reason));
        this.line = line;
        this.field = field;
        this.reason = Shown.line(reason);
    }

    /** One of a text that is no JSON. */
    static SettingsException at(JsonValue.Place place, String source, String reason) {
        return new SettingsException(place.line(), source + ", " + place, "", reason);
    }

    /** The line, from 1; 0 if it is of no line, for example of a file that is missing. */
    public int line() {
        return line;
    }

    /** The key with those around it, as {@code clients[1].scopes[0]}; empty for the whole. */
    public String field() {
        return field;
    }

    /** What is wrong and what is allowed, without the place. */
    public String reason() {
        return reason;
    }
}
