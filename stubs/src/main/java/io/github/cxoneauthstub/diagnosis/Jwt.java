package io.github.cxoneauthstub.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a word that looks like a JWT tells of itself without its signature being checked. Only what cannot be a secret
 * is read: names of algorithms, well-known issuers, times.
 */
final class Jwt {
    /** Of an RS256 signature by the usual key of 2048 bits. */
    static final int SIGNATURE_LENGTH = 342;

    private static final String BEGIN = "eyJ"; // {"
    private static final int LONGEST = 16 << 10;
    private static final int LEAST = 10;

    private static final Pattern ALGORITHM = Pattern.compile("\"alg\"\\s*:\\s*\"([A-Za-z0-9]{2,8})\"");
    private static final Pattern ISSUER = Pattern.compile("\"iss\"\\s*:\\s*\"(https?:(?:\\\\?/){2}"
            + "(?:(?:127\\.0\\.0\\.1|localhost)(?::\\d{1,5})?"
            + "|[a-z0-9.-]{0,40}(?:niceincontact|nice-incontact|incontact|nicecxone)\\.com))\\\\?/?\"");
    private static final Pattern ISSUED = Pattern.compile("\"iat\"\\s*:\\s*(\\d{1,11})\\b");

    private final List<String> parts;

    private Jwt(List<String> parts) {
        this.parts = parts;
    }

    static boolean isLike(String word) {
        return word.startsWith(BEGIN) && word.length() >= LEAST && word.length() <= LONGEST;
    }

    /** Reads a word that {@link #isLike} one. */
    static Optional<Jwt> of(String word) {
        return isLike(word) ? Optional.of(new Jwt(List.of(word.split("\\.", -1)))) : Optional.empty();
    }

    /** The algorithm that its header names; empty if that cannot be read. */
    Optional<String> algorithm() {
        return first(ALGORITHM, 0);
    }

    /** The issuer, if it is a local server or one of the vendor's. */
    Optional<String> issuer() {
        return first(ISSUER, 1).map(found -> found.replace("\\", ""));
    }

    /** When it says that it was issued, in seconds since 1970. */
    Optional<Long> issuedAt() {
        return first(ISSUED, 1).map(Long::valueOf);
    }

    /** What is missing at its end, as a sentence; empty if it is whole, or no JWT. */
    Optional<String> missing() {
        String algorithm = algorithm().orElse("");
        if (algorithm.isEmpty() || parts.size() > 3) {
            return Optional.empty();
        }
        if (parts.size() < 3) {
            return Optional.of(
                    "it has " + (parts.size() == 1 ? "the first of its three parts" : "two of its three parts")
                            + " only, the signature is missing");
        }
        int length = parts.get(2).length();
        // half of it is the signature of a shorter key
        boolean isCut = algorithm.equals("RS256") && length < SIGNATURE_LENGTH && length != SIGNATURE_LENGTH / 2;
        return isCut
                ? Optional.of("its signature has " + length + " of " + SIGNATURE_LENGTH + " characters")
                : Optional.empty();
    }

    private Optional<String> first(Pattern pattern, int part) {
        if (parts.size() <= part) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(decoded(parts.get(part)));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** As far as it can be decoded. */
    private static String decoded(String part) {
        String known = part.replaceAll("(?s)[^A-Za-z0-9_-].*", "");
        String whole = known.length() % 4 == 1 ? known.substring(0, known.length() - 1) : known;
        return new String(Base64.getUrlDecoder().decode(whole), ISO_8859_1);
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "Jwt[" + parts.size() + " parts]";
    }
}
