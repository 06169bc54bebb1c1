package io.github.cxoneauthstub.auth.profile;

/**
 * A member of what a dialect answers when a token request is refused.
 *
 * @since 0.1.0
 */
public enum ErrorMember {
    /** The code of RFC 6749 section 5.2. */
    ERROR("error"),
    /** The text of RFC 6749 section 5.2; left out where there is none. */
    ERROR_DESCRIPTION("error_description"),
    /** The same text in the spelling of CXone's schema. */
    ERROR_DESCRIPTION_CAMEL("errorDescription"),
    /** The same text as Genesys Cloud repeats it. */
    DESCRIPTION("description");

    private final String memberName;

    ErrorMember(String memberName) {
        this.memberName = memberName;
    }

    /** Its name in the answer. */
    public String memberName() {
        return memberName;
    }
}
