package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.token.AuthorizationCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the token endpoint demands of an authorization code (RFC 6749 section 4.1.3, RFC 7636 section 4.6). */
final class CodeRules {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private CodeRules() {}

    /** A code as it was presented. */
    record Redemption(TokenRequest request, AuthorizationCode code, String clientId, Instant now) {
        private Optional<String> verifier() {
            return request.form().value("code_verifier");
        }

        private Optional<String> redirectUri() {
            return request.form().value("redirect_uri");
        }
    }

    static final Rule<TokenRequest> PRESENT = new Rule<>(
            Reason.CODE_MISSING,
            "there is a code",
            request -> request.form().has("code"),
            (request, show) -> "no code in " + request.shape(),
            "send the parameter code of the redirect as it was, with redirect_uri and code_verifier");

    static final Rule<Optional<AuthorizationCode>> KNOWN = new Rule<>(
            Reason.CODE_UNKNOWN,
            "the code was issued here",
            Optional::isPresent,
            (code, show) -> "a code that was never issued here, or that was given up with its client or user",
            "send the code of the redirect unchanged, to the server that issued it: decode it once when it is read"
                    + " from the URL, encode it once in the form");

    static final Rule<Redemption> CLIENT = new Rule<>(
            Reason.CODE_OF_ANOTHER_CLIENT,
            "the code was issued to the client that sends it",
            redemption -> redemption.code().clientId().equals(redemption.clientId()),
            (redemption, show) ->
                    "a code of client " + redemption.code().clientId() + ", sent by " + redemption.clientId(),
            "send the same client_id to the authorization endpoint and to the token endpoint");

    static final Rule<Redemption> REDIRECT_URI = new Rule<>(
            Reason.REDIRECT_URI_MISMATCH,
            "redirect_uri is the one that the code was asked for with",
            redemption -> redemption
                    .redirectUri()
                    .equals(Optional.of(redemption.code().redirectUri())),
            (redemption, show) -> redemption.redirectUri().map(show::quoted).orElse("no redirect_uri")
                    + "; the code was sent to " + show.quoted(redemption.code().redirectUri()),
            "send the same redirect_uri again, character by character: no slash more, and not http for https");

    static final Rule<Redemption> VERIFIER_FITS = new Rule<>(
            Reason.VERIFIER_WRONG,
            "code_verifier fits the code_challenge",
            CodeRules::fits,
            (redemption, show) ->
                    redemption.verifier().map(CodeRules::described).orElse("no code_verifier")
                            + (redemption.code().challenge().isPresent()
                                    ? ""
                                    : "; the code was asked for without code_challenge"),
            "keep the verifier of the login that this code is of, and send it as it was made: 43 to 128 characters,"
                    + " whose SHA-256 as base64url without padding was the challenge");

    static final Rule<Redemption> NOT_EXPIRED = new Rule<>(
            Reason.CODE_EXPIRED,
            "the code has not expired",
            redemption -> redemption.now().isBefore(redemption.code().expiresAt()),
            (redemption, show) -> "a code that expired at " + redemption.code().expiresAt(),
            "redeem a code at once; ask for another one");

    /** Whether this was the first to take it. */
    static final Rule<Boolean> FIRST = new Rule<>(
            Reason.CODE_USED,
            "the code is used for the first time",
            first -> first,
            (first, show) -> "a code that was used before",
            "redeem a code once: a page that is loaded again, or a retry, sends it twice");

    private static boolean fits(Redemption redemption) {
        Optional<String> verifier = redemption.verifier();
        return redemption.code().challenge().equals(verifier.map(CodeRules::challenge))
                && verifier.map(text -> VERIFIER.matcher(text).matches()).orElse(true);
    }

    /** RFC 7636 section 4.2. */
    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String described(String verifier) {
        return "a code_verifier of " + verifier.length() + " characters"
                + (VERIFIER.matcher(verifier).matches()
                        ? ""
                        : ", which is none: it has 43 to 128 letters, digits and -._~");
    }
}
