package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.token.OneTimeLedger.Entry;
import io.github.cxoneauthstub.auth.token.RefreshToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an endpoint demands of a refresh token (RFC 6749 section 6). */
final class RefreshRules {
    private RefreshRules() {}

    /** How a token of that dialect is renewed, as the end of a sentence. */
    static String way(Profile profile) {
        return Optional.ofNullable(profile.furtherPaths().get(Duty.REFRESH))
                .map(path -> "POST " + path + " with a JSON object that has it as token")
                .orElseGet(() -> "POST "
                        + profile.paths().stream().findFirst().orElse("to its token endpoint")
                        + " with grant_type=refresh_token and it as refresh_token");
    }

    /** A request in which a refresh token belongs, under that name. */
    record Place(TokenRequest request, String name) {
        Optional<String> value() {
            return request.form().value(name);
        }
    }

    /**
     * What was presented, and what is known of it.
     *
     * @param whatElse what it is if it is no refresh token of this simulation
     */
    record Presented(
            Optional<Entry<RefreshToken>> entry,
            String profile,
            boolean hasItsKey,
            String whatElse,
            Optional<Profile> issuing) {
        private String advice() {
            return issuing.filter(each -> !each.name().equals(profile))
                    .map(each -> "renew it where it was issued: " + way(each))
                    .orElse("send the refresh token of the last answer unchanged; one from before this test is a"
                            + " client's or a file's");
        }

        private String described() {
            if (entry.isEmpty()) {
                return whatElse;
            }
            String issuing = entry.get().thing().profile();
            return issuing.equals(profile)
                    ? "a refresh token for an access key that is no longer there"
                    : "a refresh token that profile " + issuing + " issued, at an endpoint of " + profile;
        }

        boolean isOfThisEndpoint() {
            return entry.map(Entry::thing)
                    .filter(known -> known.profile().equals(profile))
                    .filter(known -> hasItsKey || known.accessKeyId().isEmpty())
                    .isPresent();
        }
    }

    /** A refresh token that is known, before the client that presents it. */
    record Use(Entry<RefreshToken> entry, String holder, Instant now) {
        private RefreshToken token() {
            return entry.thing();
        }
    }

    static final Rule<Place> PRESENT = new Rule<>(
            Reason.REFRESH_TOKEN_MISSING,
            "there is a refresh token",
            place -> place.value().isPresent(),
            (place, show) -> "no " + place.name() + " in " + place.request().shape(),
            place -> "send the refresh token of the last answer as " + place.name());

    static final Rule<Presented> KNOWN = new Rule<>(
            Reason.REFRESH_TOKEN_UNKNOWN,
            "the refresh token was issued here",
            Presented::isOfThisEndpoint,
            (presented, show) -> presented.described(),
            Presented::advice);

    static final Rule<Use> CLIENT = new Rule<>(
            Reason.REFRESH_TOKEN_OF_ANOTHER_CLIENT,
            "the refresh token was issued to the client that sends it",
            use -> use.token().clientId().equals(use.holder()),
            (use, show) -> "a refresh token of " + use.token().clientId() + ", sent by " + use.holder(),
            "renew a token as the client that asked for it");

    static final Rule<Use> NOT_REVOKED = new Rule<>(
            Reason.REFRESH_TOKEN_REVOKED,
            "the refresh token is not revoked",
            use -> use.entry().revokedBecause().isEmpty(),
            (use, show) -> "a refresh token of " + use.token().clientId() + "; it was revoked "
                    + use.entry().revokedBecause().orElse(""),
            "on invalid_grant throw the refresh token away and ask for a token anew, with the access key or a login");

    static final Rule<Use> NOT_EXPIRED = new Rule<>(
            Reason.REFRESH_TOKEN_EXPIRED,
            "the refresh token has not expired",
            use -> use.now().isBefore(use.token().expiresAt()),
            (use, show) -> "a refresh token of " + use.token().clientId() + " that expired "
                    + Duration.between(use.token().expiresAt(), use.now()).toSeconds() + " s ago, at "
                    + use.token().expiresAt(),
            "a refresh token lives not much longer than the access token: after a pause ask for a token anew, with"
                    + " the access key or a login");

    /** Whether this was the first to use it. */
    static final Rule<Boolean> FIRST = new Rule<>(
            Reason.REFRESH_TOKEN_USED,
            "the refresh token is used for the first time",
            first -> first,
            (first, show) -> "a refresh token that was used before: it was replaced by the one in that answer",
            "keep the refresh token of each answer in place of the last one, and let one thread renew at a time");
}
