package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.claimed;
import static io.github.cxoneauthstub.auth.profile.Evidence.observed;
import static io.github.cxoneauthstub.diagnosis.Seen.atResource;
import static io.github.cxoneauthstub.diagnosis.Seen.count;
import static io.github.cxoneauthstub.diagnosis.Seen.when;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import io.github.cxoneauthstub.auth.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose a token is, how old it is, and what the call that it came with expects. */
final class TokenStateDetectors {
    private TokenStateDetectors() {}

    private static final long MARGIN_SECONDS = 60;
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{40,200}");
    private static final Pattern OTHER_SIGNATURES = Pattern.compile("(?:HS|ES|PS|RS)(?:256|384|512)|EdDSA");

    private static final Detector TOKEN_OF_ANOTHER_ENVIRONMENT = Detector.of(
            Mistake.TOKEN_OF_ANOTHER_ENVIRONMENT,
            atResource(decided -> Optional.of(TokenText.of(decided)).flatMap(text -> ofAnother(text, decided))),
            "keep one cached token for each environment, tenant and client: ask for it where it is used",
            observed("client code that caches by environment and tenant"));

    private static final Detector TOKEN_KEPT_OVER = Detector.of(
            Mistake.TOKEN_KEPT_OVER,
            atResource(decided ->
                    when(decided.fellAt(Reason.TOKEN_OF_EARLIER_TEST), () -> decided.told() + issuedAt(decided))),
            "make the client in each test, or clear its token cache between tests; a static field keeps it",
            assumed("tokens are kept for one test"));

    private static final Detector TOKEN_OUTLIVED = Detector.of(
            Mistake.TOKEN_OUTLIVED,
            atResource(decided -> decided.fellAt(Reason.TOKEN_EXPIRED)
                    ? decided.token().map(token -> outlived(token, decided))
                    : Optional.empty()),
            "compute the end from expires_in when the token arrives, renew it a margin before, and on 401 once more",
            claimed("thread 004: it expires silently and needs to be requested again"));

    private static final Detector TOKEN_WITHDRAWN = Detector.of(
            Mistake.TOKEN_WITHDRAWN,
            atResource(decided -> decided.fellAt(Reason.TOKEN_REVOKED)
                    ? decided.token().map(token -> withdrawn(token, decided))
                    : Optional.empty()),
            "no clock tells this: on 401 drop the token, ask for a new one, repeat the call once and no more",
            claimed("thread 000: a change of the application's configuration revokes its tokens"));

    private static final Detector ACCEPT_LEFT_OUT = Detector.of(
                    Mistake.ACCEPT_LEFT_OUT,
                    atResource(decided -> isAcdApi(decided) ? accept(decided) : Optional.empty()),
                    "send Accept: application/json with each call",
                    observed(
                            "client code whose comments say that without it /inContactAPI/ answers 200 with a line of text"))
            .evenIfAccepted()
            .in(Library.JAVA, ".header(\"Accept\", \"application/json\")");

    static final List<Detector> ALL =
            List.of(TOKEN_OF_ANOTHER_ENVIRONMENT, TOKEN_KEPT_OVER, TOKEN_OUTLIVED, TOKEN_WITHDRAWN, ACCEPT_LEFT_OUT);

    private static Optional<String> ofAnother(String text, Case decided) {
        Optional<Jwt> jwt = Jwt.of(text);
        if (jwt.isEmpty() && (decided.fellAt(Reason.TOKEN_MALFORMED) || decided.fellAt(Reason.TOKEN_TAMPERED))) {
            return when(
                    OPAQUE.matcher(text).matches() && !isSecret(text, decided),
                    () -> "an opaque token of " + count(text.length(), "character")
                            + ", as Genesys Cloud issues; this server did not issue it like that");
        }
        return jwt.filter(token -> token.missing().isEmpty()).flatMap(token -> ofAnother(token, decided));
    }

    private static Optional<String> ofAnother(Jwt token, Case decided) {
        Optional<String> issuer = token.issuer();
        String issued =
                issuer.map(known -> "issued by " + decided.show().quoted(known)).orElse("its issuer is not known here");
        boolean isOwn = issuer.filter(known -> isHere(known, decided)).isPresent();
        if (isOwn) {
            return Optional.empty();
        }
        if (decided.fellAt(Reason.TOKEN_OF_ANOTHER_SERVER)) {
            return Optional.of("a token of another simulated server, " + issued);
        }
        if (decided.fellAt(Reason.TOKEN_KEY_UNKNOWN)) {
            return Optional.of("a token signed with a key that is not served here, " + issued);
        }
        if (decided.fellAt(Reason.TOKEN_ALGORITHM_WRONG)) {
            return token.algorithm()
                    .filter(name -> OTHER_SIGNATURES.matcher(name).matches())
                    .map(name -> "a token signed with " + name + ", " + issued + "; those of this server have RS256");
        }
        return when(
                decided.fellAt(Reason.TOKEN_TAMPERED)
                        && issuer.filter(TokenStateDetectors::isVendor).isPresent(),
                () -> "a token " + issued + ", signed with a key of its own");
    }

    /** A server whose keys were forgotten does not know its own tokens. */
    private static boolean isHere(String issuer, Case decided) {
        return decided.request()
                .value("Host")
                .filter(host -> issuer.equals("http://" + host) || issuer.equals("https://" + host))
                .isPresent();
    }

    private static boolean isVendor(String issuer) {
        return issuer.endsWith(".com");
    }

    private static boolean isSecret(String text, Case decided) {
        return decided.clients().stream().anyMatch(client -> client.hasSecret(text) || client.hadSecret(text));
    }

    private static String issuedAt(Case decided) {
        return Jwt.of(TokenText.of(decided))
                .flatMap(Jwt::issuedAt)
                .map(second -> "; it was issued at " + Instant.ofEpochSecond(second))
                .orElse("");
    }

    private static String outlived(AccessToken token, Case decided) {
        long late = Duration.between(token.expiresAt(), decided.now()).toSeconds();
        return "used " + late + " s after its end; it was good for " + token.expiresInSeconds()
                + " s, which expires_in had told"
                + (late < MARGIN_SECONDS ? ", and a margin of a minute would have been enough" : "");
    }

    private static String withdrawn(AccessToken token, Case decided) {
        long left = Duration.between(decided.now(), token.expiresAt()).toSeconds();
        return decided.told() + "; "
                + (left > 0
                        ? left + " s of its " + token.expiresInSeconds() + " s were left"
                        : "by now it would have expired, too");
    }

    /** Only there is it known to matter, and most client libraries send none by themselves. */
    private static boolean isAcdApi(Case decided) {
        return decided.reason().isEmpty()
                && (decided.profile().resourceStyle().value() == ResourceStyle.IC_STATUS_DESCRIPTION
                        || decided.request().path().toLowerCase(Locale.ROOT).startsWith("/incontactapi/"));
    }

    private static Optional<String> accept(Case decided) {
        List<String> accepted = decided.request().values("Accept");
        String all = String.join(",", accepted).toLowerCase(Locale.ROOT);
        if (accepted.isEmpty()) {
            return Optional.of("no Accept header");
        }
        return when(!all.contains("json") && !all.contains("*"), () -> "an Accept header that leaves out JSON");
    }
}
