package io.github.cxoneauthstub.auth.profile;

/**
 * How we know what an endpoint answers. We never claim equality with production: the strength says how far to trust it.
 *
 * @param strength how far to trust it
 * @param source where it is from; forum threads 000 to 004 are told in docs/evidence.md
 * @since 0.1.0
 */
public record Evidence(Strength strength, String source) {

    /** How far to trust an answer, strongest first. */
    public enum Strength {
        /** In the vendor's own text; in the profile {@code RFC6749}, in the text of an RFC. */
        DOCUMENTED,
        /** In real client code or in a captured exchange. */
        OBSERVED,
        /** Said by users in a forum. */
        CLAIMED,
        /** Ours, or borrowed from an RFC where nothing is known. */
        ASSUMED
    }

    /** The vendor says so; or the RFC, in the profile that is the RFC. */
    public static Evidence documented(String source) {
        return new Evidence(Strength.DOCUMENTED, source);
    }

    /** Client code or a capture shows it. */
    public static Evidence observed(String source) {
        return new Evidence(Strength.OBSERVED, source);
    }

    /** Users say so. */
    public static Evidence claimed(String source) {
        return new Evidence(Strength.CLAIMED, source);
    }

    /** Nobody says so; it is borrowed or made up. */
    public static Evidence assumed(String source) {
        return new Evidence(Strength.ASSUMED, source);
    }

    /** As the timeline prints it. */
    @Override
    public String toString() {
        return strength + ": " + source;
    }
}
