package io.github.cxoneauthstub.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/**
 * A secret, and those that it came after.
 *
 * @param current what is valid; empty for none
 * @param former what was valid before the last rotations, newest first
 */
record Secret(String current, List<String> former) {
    /** So many are remembered, to tell a stale one from a wrong one. */
    private static final int MOST_FORMER = 8;

    static final Secret NONE = new Secret("", List.of());

    /** Another one, as if it had been this one from the beginning. */
    Secret insteadOf(String other) {
        return new Secret(other, former);
    }

    /** Another one; this one becomes a former one. */
    Secret rotated(String other) {
        return new Secret(
                other,
                Stream.concat(Stream.of(current), former.stream())
                        .limit(MOST_FORMER)
                        .toList());
    }

    /** Whether this is it, found out in a time that does not depend on how much of it is right. */
    boolean is(String presented) {
        return same(current, presented);
    }

    /** Whether this was it before a rotation. */
    boolean was(String presented) {
        return former.stream().anyMatch(each -> same(each, presented));
    }

    private static boolean same(String expected, String presented) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), presented.getBytes(UTF_8));
    }

    /** No word of it. */
    @Override
    public String toString() {
        return "Secret[" + former.size() + " former]";
    }
}
