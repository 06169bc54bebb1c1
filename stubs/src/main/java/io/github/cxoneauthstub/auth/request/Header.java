package io.github.cxoneauthstub.auth.request;

/**
 * One header line.
 *
 * @param name the name as it was written; compared without regard to case
 * @param value the value without surrounding blanks
 * @since 0.1.0
 */
public record Header(String name, String value) {

    /** Says nothing of the value, which may be a secret, nor of the name, which a client may have made up of one. */
    @Override
    public String toString() {
        return "Header[" + name.length() + " and " + value.length() + " characters]";
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
