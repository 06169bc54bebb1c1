package io.github.cxoneauthstub.auth.profile;

/**
 * What the body of a token request may be.
 *
 * @since 0.1.0
 */
public enum BodyFormat {
    /** {@code application/x-www-form-urlencoded}, labelled so. */
    FORM("a form"),
    /** The text of a form, labelled {@code application/json}, as NICE's own browser SDK sends it. */
    FORM_LABELLED_JSON("a form labelled as JSON"),
    /** A JSON object whose members are strings. */
    JSON("a JSON object");

    private final String description;

    BodyFormat(String description) {
        this.description = description;
    }

    /** What it is, as the object of a sentence. */
    public String description() {
        return description;
    }
}
