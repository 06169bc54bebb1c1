package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.claimed;
import static io.github.cxoneauthstub.auth.profile.Evidence.observed;
import static io.github.cxoneauthstub.diagnosis.Seen.atGrants;
import static io.github.cxoneauthstub.diagnosis.Seen.count;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.Letters;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which grant was asked for. */
final class GrantDetectors {
    private GrantDetectors() {}

    private static final String CLIENT_CREDENTIALS = GrantType.CLIENT_CREDENTIALS.parameter();
    private static final String URN = "urn:ietf:params:oauth:grant-type:";
    private static final List<String> GRANTS =
            Stream.of(GrantType.values()).map(GrantType::parameter).toList();

    /** What people write for client_credentials that is no slip of a finger, without marks. */
    private static final Set<String> SHORT = Set.of(
            "client",
            "credentials",
            "clientcred",
            "clientcreds",
            "clientcredentialsgrant",
            "clientcredentialgrant",
            "clientcredentialsflow",
            "clientcredentialflow");

    /** What stands for a value that was never there. */
    private static final Set<String> NO_VALUES = Set.of("undefined", "null", "None", "nil");

    private static final Detector GRANT_MISSPELT = Detector.of(
            Mistake.GRANT_MISSPELT,
            atGrants(decided -> asked(decided)
                    .flatMap(asked -> meant(asked)
                            .map(meant -> "grant_type " + decided.show().quoted(asked) + " is nearly " + meant
                                    + unlessServed(meant, decided)))),
            "write it exactly as RFC 6749 does: in small letters, with underscores, and with the s at its end if it has one",
            claimed("Genesys Cloud's own error text spells it client_credential; RFC 6749 section 4.4.2"));

    private static final Detector NAME_OF_ANOTHER_ENDPOINT = Detector.of(
            Mistake.NAME_OF_ANOTHER_ENDPOINT,
            OtherNames::of,
            "each endpoint has its own names, in the request and in the answer: take those of the one that is asked",
            observed("singer-io's client and the vendor's browser SDK, which go from one endpoint to another"));

    private static final Detector GRANT_NOT_ENABLED = Detector.of(
            Mistake.GRANT_NOT_ENABLED,
            atGrants(decided -> decided.fellAt(Reason.GRANT_NOT_ENABLED)
                    ? decided.client()
                            .flatMap(client -> asked(decided)
                                    .map(asked -> "the application of " + client.id() + " has "
                                            + (client.grants().isEmpty()
                                                    ? "no grant"
                                                    : client.grants().stream()
                                                            .map(GrantType::parameter)
                                                            .sorted()
                                                            .collect(Collectors.joining(", ")))
                                            + " enabled, and " + decided.show().shown(asked) + " is asked for"))
                    : Optional.empty()),
            "have the grant enabled for the application where it is registered: no change of the request helps",
            claimed("thread 004: it is not on by default for all kinds of applications"));

    private static final Detector REFRESH_TOKEN_EXPECTED = Detector.of(
                    Mistake.REFRESH_TOKEN_EXPECTED,
                    atGrants(GrantDetectors::refreshToken),
                    "with client_credentials ask for a new token in the same way as for the first one; there is nothing to"
                            + " refresh it with",
                    claimed("thread 004: no refresh token, the token is requested anew; RFC 6749 section 4.4.3"))
            .evenIfAccepted();

    private static final Detector SCOPE_OF_OPENID = Detector.of(
                    Mistake.SCOPE_OF_OPENID,
                    atGrants(decided -> ScopeWords.ofOpenId(decided)
                            .filter(found -> isClientCredentials(decided))
                            .map(found -> "scope " + found + " of OpenID Connect with " + CLIENT_CREDENTIALS
                                    + ", which has no user")),
                    "leave it out: an application has no identity token",
                    claimed("forum threads 13809 and 10073: invalid_scope"))
            .evenIfAccepted();

    private static final Detector SCOPES_NOT_BY_BLANKS = Detector.of(
                    Mistake.SCOPES_NOT_BY_BLANKS,
                    atGrants(ScopeWords::badlyJoined),
                    "join the scopes with one blank each, and encode the value once: scope=a+b or scope=a%20b",
                    claimed("forum thread 12559; RFC 6749 section 3.3"))
            .evenIfAccepted()
            .in(Library.JAVA, "\"scope=\" + URLEncoder.encode(String.join(\" \", scopes), UTF_8)")
            .in(Library.FETCH, "new URLSearchParams({scope: scopes.join(' ')})")
            .in(Library.REQUESTS, "requests.post(url, data={**form, 'scope': ' '.join(scopes)})");

    private static final Detector SCOPE_MISSPELT = Detector.of(
                    Mistake.SCOPE_MISSPELT,
                    atGrants(ScopeWords::misspelt),
                    "take the scopes letter by letter from the registration of the application",
                    assumed("RFC 6749 section 3.3: scopes are case-sensitive; thread 003: it must match exactly"))
            .evenIfAccepted();

    private static final Detector SCOPE_NOT_GRANTED = Detector.of(
                    Mistake.SCOPE_NOT_GRANTED,
                    decided -> ScopeWords.notGranted(decided).or(() -> ScopeWords.notInToken(decided)),
                    "ask for a new token, with this scope in it or with none named; if the application or its user has not"
                            + " been granted the scope, have that done first: no other change of the request helps",
                    claimed("threads 000, 002 and 003: the application has to be granted the scopes that it uses"))
            .evenIfAccepted();

    static final List<Detector> ALL = List.of(
            NAME_OF_ANOTHER_ENDPOINT,
            GRANT_MISSPELT,
            GRANT_NOT_ENABLED,
            REFRESH_TOKEN_EXPECTED,
            SCOPES_NOT_BY_BLANKS,
            SCOPE_MISSPELT,
            SCOPE_OF_OPENID,
            SCOPE_NOT_GRANTED);

    private static String unlessServed(String grant, Case decided) {
        Set<GrantType> served = decided.profile().servedGrants();
        return served.stream().map(GrantType::parameter).anyMatch(grant::equals)
                ? ""
                : ", which this endpoint does not take: it takes "
                        + served.stream().sorted().map(GrantType::parameter).collect(Collectors.joining(", "));
    }

    private static Optional<String> asked(Case decided) {
        return decided.parameters().value("grant_type").or(() -> decided.query().value("grant_type"));
    }

    private static boolean isClientCredentials(Case decided) {
        return asked(decided).filter(CLIENT_CREDENTIALS::equals).isPresent();
    }

    /** The grant type that a word is nearly. */
    private static Optional<String> meant(String asked) {
        if (GRANTS.contains(asked)) {
            return Optional.empty();
        }
        String word = (asked.startsWith(URN) ? asked.substring(URN.length()) : asked).replaceAll("[\"'\\s]", "");
        if (GRANTS.contains(word)) {
            return Optional.of(word);
        }
        return SHORT.contains(word.replaceAll("[_-]", "").toLowerCase(Locale.ROOT))
                ? Optional.of(CLIENT_CREDENTIALS)
                : Letters.nearest(word, GRANTS, Seen.LETTERS_FOR_A_SLIP);
    }

    private static Optional<String> refreshToken(Case decided) {
        if (decided.profile().grants().contains(GrantType.REFRESH_TOKEN)) {
            return Optional.empty();
        }
        Optional<String> sent = decided.parameters().value("refresh_token");
        if (asked(decided).filter(GrantType.REFRESH_TOKEN.parameter()::equals).isPresent()) {
            return Optional.of("grant_type refresh_token, with "
                    + sent.map(GrantDetectors::described).orElse("no refresh_token"));
        }
        if (sent.isPresent() && isClientCredentials(decided)) {
            return Optional.of(
                    "a parameter refresh_token beside " + CLIENT_CREDENTIALS + ", with " + described(sent.get()));
        }
        return ScopeWords.asksForRefreshToken(decided) && isClientCredentials(decided)
                ? Optional.of(
                        "scope offline_access asks for a refresh token, and " + CLIENT_CREDENTIALS + " gives none")
                : Optional.empty();
    }

    private static String described(String sent) {
        return NO_VALUES.contains(sent)
                ? "a word that stands for no value"
                : "one of " + count(sent.length(), "character");
    }
}
