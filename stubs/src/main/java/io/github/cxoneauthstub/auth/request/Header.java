package io.github.cxoneauthstub.auth.request;

/**
 * One header line.
 *
 * @param name the name as it was written; compared without regard to case
 * @param value the value without surrounding blanks
 * @since 0.1.0
 */
public record Header(String name, String value) {

    /** Only the name: the value may be a secret. */
    @Override
    public String toString() {
        return "Header[" + name + "]";
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
