package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.claimed;
import static io.github.cxoneauthstub.diagnosis.Seen.count;
import static io.github.cxoneauthstub.diagnosis.Seen.when;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.SentCredentials;
import io.github.cxoneauthstub.auth.SentCredentials.Place;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Trait;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where a token request has its credentials. */
final class PlaceDetectors {
    private static final Set<Duty> SECRET = Set.of(Duty.TOKEN, Duty.REVOKE, Duty.INTROSPECT);

    private PlaceDetectors() {}

    private static final Detector BOTH_PLACES = Detector.of(
                    Mistake.BOTH_PLACES,
                    whereSecretsAre(decided -> when(
                            isBasic(decided) && hasBodySecret(decided),
                            () -> "a Basic header, and client_secret in the body as well" + taken(decided))),
                    "leave one of the two out: libraries that have a client id set often add a header by themselves",
                    claimed("thread 004: an Authorization header that is sent accidentally; RFC 6749 section 2.3 allows"
                            + " one method"))
            .evenIfAccepted()
            .in(Library.REQUESTS, "requests.post(url, data=fields) # no auth=, and no entry for the host in ~/.netrc")
            .in(
                    Library.CURL,
                    "curl -u \"$CLIENT_ID:$CLIENT_SECRET\" -d grant_type=client_credentials \"$TOKEN_URL\"",
                    "curl -d grant_type=client_credentials -d client_id=\"$CLIENT_ID\" --data-urlencode \"client_secret=$CLIENT_SECRET\" \"$TOKEN_URL\"");

    private static final Detector WRONG_PLACE = Detector.of(
                    Mistake.WRONG_PLACE,
                    whereSecretsAre(PlaceDetectors::wrongPlace),
                    "send id and secret where this endpoint reads them, and nowhere else",
                    claimed("threads 002 and 003 say Basic only, thread 004 says the form only; each of its own path"))
            .in(
                    Library.JAVA,
                    ".header(\"Authorization\", \"Basic \" + base64)",
                    "\"client_id=\" + URLEncoder.encode(id, UTF_8) + \"&client_secret=\" + URLEncoder.encode(secret, UTF_8)")
            .in(
                    Library.REQUESTS,
                    "requests.post(url, auth=(client_id, client_secret), data=form)",
                    "requests.post(url, data={**form, 'client_id': client_id, 'client_secret': client_secret})")
            .in(
                    Library.SPRING,
                    ".clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)",
                    ".clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)");

    private static final Detector BEARER_FOR_A_TOKEN = Detector.of(
            Mistake.BEARER_FOR_A_TOKEN,
            whereClientsAre(decided -> decided.authorization()
                    .filter(header -> header.is("Bearer"))
                    .map(header -> "the scheme Bearer, with " + bearer(header, decided))),
            "ask for a token without one: an interceptor that adds the cached token must leave the token endpoint out",
            claimed("thread 003: Bearer tokens fail here"));

    private static final Detector TWO_CLIENT_IDS = Detector.of(
            Mistake.TWO_CLIENT_IDS,
            whereSecretsAre(PlaceDetectors::twoIds),
            "send the client id once; two configurations meet in this request",
            assumed("RFC 6749 section 2.3"));

    static final List<Detector> ALL = List.of(BOTH_PLACES, WRONG_PLACE, BEARER_FOR_A_TOKEN, TWO_CLIENT_IDS);

    /** Looks at requests to an endpoint at which clients prove who they are. */
    static Function<Case, Optional<String>> whereSecretsAre(Function<Case, Optional<String>> sees) {
        return decided -> decided.duty().filter(SECRET::contains).isPresent() ? sees.apply(decided) : Optional.empty();
    }

    /** Looks at requests to an endpoint that issues tokens to clients that say who they are. */
    private static Function<Case, Optional<String>> whereClientsAre(Function<Case, Optional<String>> sees) {
        return decided -> decided.duty().filter(Duty.TOKEN::equals).isPresent()
                        || (decided.kind() == Kind.TOKEN && decided.profile().has(Trait.CLIENT_BY_NAME))
                ? sees.apply(decided)
                : Optional.empty();
    }

    /** The way that a request has its credentials, if it has them in one place only; empty for none or both. */
    static Optional<AuthMethod> way(Case decided) {
        boolean basic = isBasic(decided);
        return basic == hasFormSecret(decided)
                ? Optional.empty()
                : Optional.of(basic ? AuthMethod.BASIC : AuthMethod.BODY);
    }

    /** The way as the object of a sentence. */
    static String described(AuthMethod way) {
        return switch (way) {
            case EITHER -> "a Basic header, or id and secret in the form";
            case BASIC -> "a Basic header";
            case BODY -> "id and secret in the form";
            case NONE -> "an id without a secret";
        };
    }

    private static Optional<String> wrongPlace(Case decided) {
        AuthMethod profile = decided.profile().credentials();
        AuthMethod registered = decided.client().map(Client::authMethod).orElse(AuthMethod.EITHER);
        return way(decided)
                .filter(way -> !hasJsonSecret(decided)
                        && decided.client().filter(Client::isPublic).isEmpty())
                .flatMap(way -> when(
                                !profile.takes(way),
                                () -> described(way) + ", but "
                                        + decided.profile().name() + " takes " + described(profile))
                        .or(() -> when(
                                !registered.takes(way),
                                () -> described(way) + ", but the client is registered for " + described(registered))));
    }

    private static String taken(Case decided) {
        AuthMethod taken = decided.profile().credentials();
        return taken == AuthMethod.EITHER
                ? ""
                : "; " + decided.profile().name() + " takes " + described(taken) + " only";
    }

    /** Only what is in it, and how long it is. */
    private static String bearer(Authorization header, Case decided) {
        String credentials = header.credentials().strip();
        boolean isBasic = BasicCredentials.read(credentials) instanceof UserPass pair
                && decided.clients().stream().anyMatch(client -> client.id().equals(pair.userId()));
        if (isBasic) {
            return "base64 of id:secret behind it, which belongs behind the word Basic";
        }
        return (Jwt.isLike(credentials) ? "a JWT" : "a word") + " of " + count(credentials.length(), "character");
    }

    private static Optional<String> twoIds(Case decided) {
        List<String> header = ids(decided, Place.BASIC, Place.BASIC_DECODED);
        Optional<String> other = ids(decided, Place.FORM, Place.JSON).stream()
                .filter(id -> !header.contains(id))
                .findFirst();
        return header.isEmpty()
                ? Optional.empty()
                : other.map(id -> known(header.get(header.size() - 1), decided) + " in the header, "
                        + known(id, decided) + " in the body");
    }

    /** Half a secret may stand in the place of an id, so only a registered one is shown. */
    private static String known(String id, Case decided) {
        boolean isKnown =
                decided.clients().stream().anyMatch(client -> client.id().equals(id));
        return isKnown ? decided.show().quoted(id) : "an unknown one of " + count(id.length(), "character");
    }

    private static List<String> ids(Case decided, Place one, Place other) {
        return decided.sent().stream()
                .filter(sent -> sent.place() == one || sent.place() == other)
                .map(SentCredentials::id)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static boolean isBasic(Case decided) {
        return decided.authorization().filter(header -> header.is("Basic")).isPresent();
    }

    private static boolean hasBodySecret(Case decided) {
        return hasFormSecret(decided) || hasJsonSecret(decided);
    }

    private static boolean hasFormSecret(Case decided) {
        return secrets(decided, Place.FORM).findAny().isPresent();
    }

    private static boolean hasJsonSecret(Case decided) {
        return secrets(decided, Place.JSON).findAny().isPresent();
    }

    private static Stream<String> secrets(Case decided, Place place) {
        return decided.sent().stream()
                .filter(sent -> sent.place() == place)
                .map(SentCredentials::secret)
                .filter(secret -> !secret.isEmpty());
    }
}
