package io.github.cxoneauthstub.auth.profile;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What one dialect says on the wire when a rule is broken, and all that it says.
 *
 * @param status the HTTP status, 400 to 499
 * @param error the {@code error} of RFC 6749 section 5.2 or RFC 6750 section 3.1; empty for an answer without a body
 * @param description the {@code error_description}; empty for none; {@code {client_id}} in it is replaced by the id
 *     that the client sent
 * @since 0.1.0
 */
public record Refusal(int status, String error, String description) {

    private static final String CLIENT_ID = "{client_id}";

    /** What a description must not have: RFC 6749 section 5.2. */
    private static final Pattern UNSENDABLE = Pattern.compile("[^\\x20-\\x7e]|[\"\\\\]");

    /** Checks that it is an answer to a bad request. */
    public Refusal {
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("status " + status + " does not refuse a request: use 400 to 499");
        }
        if (error.isEmpty() && !description.isEmpty()) {
            throw new IllegalArgumentException("the description '" + description
                    + "' would not be sent: an answer without" + " an error has no body; give it an error");
        }
        if (!(error + description).chars().allMatch(c -> c >= 0x20 && c < 0x7f && c != '"' && c != '\\')) {
            throw new IllegalArgumentException("error '" + error + "' or its description has a character that RFC 6749"
                    + " section 5.2 does not allow: use visible ASCII and blanks, without \" and \\");
        }
    }

    /** A refusal without description. */
    public static Refusal of(int status, String error) {
        return new Refusal(status, error, "");
    }

    /** The same with the id of the client in its place, where the description has one: {@code {client_id}}. */
    public Refusal to(Supplier<String> clientId) {
        return description.contains(CLIENT_ID)
                ? new Refusal(
                        status,
                        error,
                        description.replace(
                                CLIENT_ID, UNSENDABLE.matcher(clientId.get()).replaceAll("")))
                : this;
    }

    /** As the timeline prints it. */
    @Override
    public String toString() {
        return error.isEmpty() ? String.valueOf(status) : status + " " + error;
    }
}
