package io.github.cxoneauthstub.auth.profile;

/**
 * A way in which a dialect is unlike the others.
 *
 * @since 0.1.0
 */
public enum Trait {
    /** Public clients are served: they send {@code client_id} and no secret (RFC 6749 section 2.1). */
    PUBLIC_CLIENTS("clients without a secret send client_id only"),
    /** What a token opens is what its user and its client may do, whatever scope was asked for. */
    SCOPE_OF_ROLE("the scopes are those that user and client have in common, whatever was asked for"),
    /** For any grant but the client's own, a business unit's number may stand in the place of the client's secret. */
    BUSINESS_UNIT_AS_SECRET("except for the grant client_credentials, the number of the business unit of the user's"
            + " tenant may stand in the place of the secret"),
    /** A client that asks for itself gets one scope at most, {@code PatronApi}. */
    CLIENT_IS_PATRON("a token of the grant client_credentials opens PatronApi at most"),
    /** There are seven scopes, whose case does not matter. */
    SCOPES_OF_CENTRAL(
            "upper and lower case in a scope are the same, and every scope is told as the names of the seven that there"
                    + " are"),
    /** The client is told by {@code base64(clientId@cxone)} after the word Basic, without a colon or a secret. */
    CLIENT_BY_NAME("the client is told by base64(clientId@cxone) after the word Basic, and proves nothing"),
    /** The case of the path does not matter. */
    CASELESS_PATH("upper and lower case in the path are the same");

    private final String description;

    Trait(String description) {
        this.description = description;
    }

    /** What it is, as a sentence without full stop. */
    public String description() {
        return description;
    }
}
