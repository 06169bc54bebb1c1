package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.profile.Evidence.assumed;
import static io.github.cxoneauthstub.auth.profile.Evidence.claimed;
import static io.github.cxoneauthstub.auth.profile.Evidence.observed;
import static io.github.cxoneauthstub.diagnosis.Seen.atResource;
import static io.github.cxoneauthstub.diagnosis.Seen.count;
import static io.github.cxoneauthstub.diagnosis.Seen.when;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a token was put into the call of a resource. */
final class TokenDetectors {
    private TokenDetectors() {}

    /** Headers that other APIs take a token in. */
    private static final Set<String> OTHER_HEADERS =
            Set.of("access_token", "access-token", "token", "bearer", "x-access-token", "x-auth-token");

    /** Names of a token in a query, without the marks that spellings differ in. */
    private static final Set<String> TOKEN_NAMES = Set.of("accesstoken", "subjecttoken");

    private static final Detector BEARER_LEFT_OUT = Detector.of(
                    Mistake.BEARER_LEFT_OUT,
                    atResource(decided -> decided.authorization()
                            .flatMap(header -> withoutBearer(header, decided))
                            .or(() -> inAnotherHeader(decided))),
                    "send Authorization: Bearer, one blank, and the token",
                    claimed("thread 000: without the prefix it is 401"))
            .in(Library.JAVA, ".header(\"Authorization\", \"Bearer \" + accessToken)")
            .in(Library.REQUESTS, "requests.get(url, headers={'Authorization': f'Bearer {access_token}'})")
            .in(Library.FETCH, "fetch(url, {headers: {Authorization: `Bearer ${accessToken}`}})");

    private static final Detector BEARER_TWICE = Detector.of(
            Mistake.BEARER_TWICE,
            atResource(decided -> when(
                    decided.fellAt(Reason.BEARER_DOUBLED),
                    () -> "the word Bearer is there " + times(TokenText.of(decided))
                            + ": the stored token has it already, and the code that sends it adds it again")),
            "store the bare access_token, and put the word before it in one place only",
            observed("client code that strips the second word before it sends a token"));

    private static final Detector TOKEN_QUOTED = Detector.of(
            Mistake.TOKEN_QUOTED,
            atResource(decided ->
                    refusedAsToken(decided) ? TokenText.wrapping(bare(TokenText.of(decided))) : Optional.empty()),
            "take the value of access_token out of the JSON with a parser, and strip what a file or a shell adds",
            assumed("RFC 6750 section 2.1 has no such characters in a token"));

    private static final Detector TOKEN_CUT_OFF = Detector.of(
            Mistake.TOKEN_CUT_OFF,
            atResource(decided -> refusedAsToken(decided) ? cutOff(TokenText.of(decided)) : Optional.empty()),
            "keep the whole token: look for a column, a variable or a log line that is shorter than it",
            assumed(
                    "RFC 7519 section 3: a signed token has three parts; those of this server are about 800 characters"));

    private static final Detector ANSWER_AS_TOKEN = Detector.of(
                    Mistake.ANSWER_AS_TOKEN,
                    atResource(decided -> refusedAsToken(decided)
                            ? TokenText.answer(TokenText.of(decided))
                                    .map(what -> "in the place of the token is " + what)
                            : Optional.empty()),
                    "check the status of the token request, then send the member access_token alone",
                    claimed("forum thread 9785: the error's body is parsed as if it were a token"))
            .in(Library.FETCH, "const {access_token} = await response.json()")
            .in(Library.AXIOS, "const token = response.data.access_token")
            .in(Library.REQUESTS, "response.raise_for_status(); token = response.json()['access_token']");

    private static final Detector NO_TOKEN = Detector.of(
                    Mistake.NO_TOKEN,
                    atResource(decided -> refusedAsToken(decided) && !hasBasic(decided)
                            ? noToken(TokenText.of(decided))
                            : Optional.empty()),
                    "check the status of the token request, then the name of the member, access_token, before the call",
                    claimed("thread 000: the token request fails silently; forum thread 9785"))
            .in(Library.FETCH, "if (!response.ok) throw new Error(`no token: ${response.status}`)")
            .in(Library.REQUESTS, "response.raise_for_status(); token = response.json()['access_token']");

    private static final Detector TOKEN_IN_QUERY = Detector.of(
                    Mistake.TOKEN_IN_QUERY,
                    decided -> inQuery(decided)
                            .map(name -> name + " is in the query, "
                                    + (decided.authorization().isEmpty()
                                            ? "and there is no Authorization header"
                                            : "besides an Authorization header")
                                    + ": every access log on the way keeps it"),
                    "send a token in the Authorization header of a call only, and revoke this one",
                    assumed("RFC 6750 section 2.3 discourages it, and the vendor is not known to read it"))
            .evenIfAccepted();

    private static final Detector CREDENTIALS_AT_RESOURCE = Detector.of(
            Mistake.CREDENTIALS_AT_RESOURCE,
            atResource(decided -> decided.authorization().flatMap(header -> credentials(header, decided))),
            "exchange id and secret for a token at the token endpoint, and send that; a default authentication of the"
                    + " HTTP client may be at work",
            claimed("thread 000: a resource takes a Bearer token"));

    static final List<Detector> ALL = List.of(
            BEARER_LEFT_OUT,
            BEARER_TWICE,
            TOKEN_QUOTED,
            TOKEN_CUT_OFF,
            ANSWER_AS_TOKEN,
            NO_TOKEN,
            TOKEN_IN_QUERY,
            CREDENTIALS_AT_RESOURCE);

    /** What stands there then is told as what it is. */
    private static boolean hasBasic(Case decided) {
        return decided.authorization().filter(header -> header.is("Basic")).isPresent();
    }

    private static boolean refusedAsToken(Case decided) {
        return decided.reason()
                .filter(Set.of(
                        Reason.BEARER_SCHEME_WRONG,
                        Reason.TOKEN_MALFORMED,
                        Reason.TOKEN_ALGORITHM_WRONG,
                        Reason.TOKEN_KEY_UNKNOWN,
                        Reason.TOKEN_TAMPERED)::contains)
                .isPresent();
    }

    private static Optional<String> noToken(String text) {
        return NoValue.name(text)
                .map(name -> "a name that was not filled in, written as " + name)
                .or(() -> TokenText.answer(text).isPresent() ? Optional.empty() : NoValue.word(text))
                .map(what -> "in the place of the token is " + (text.isEmpty() ? "nothing" : what));
    }

    private static Optional<String> withoutBearer(Authorization header, Case decided) {
        String word = header.scheme();
        String rest = header.credentials().strip();
        if (!decided.fellAt(Reason.BEARER_SCHEME_WRONG)) {
            return Optional.empty();
        }
        if (word.toLowerCase(Locale.ROOT).startsWith("bearer")) {
            return Optional.of("no blank follows the word Bearer, but "
                    + (word.startsWith(":", "bearer".length()) ? "a colon" : "another character"));
        }
        if (rest.isEmpty() && Jwt.isLike(word)) {
            return Optional.of("a JWT of " + count(word.length(), "character") + " without a word before it");
        }
        return Jwt.isLike(rest) && !word.equalsIgnoreCase("\"bearer")
                ? Optional.of("a JWT, but the word before it is "
                        + (header.schemeName().equals(word) ? word : "no common scheme"))
                : Optional.empty();
    }

    private static Optional<String> inAnotherHeader(Case decided) {
        return decided.fellAt(Reason.BEARER_MISSING)
                ? decided.request().headers().stream()
                        .map(header -> header.name().toLowerCase(Locale.ROOT))
                        .filter(OTHER_HEADERS::contains)
                        .findFirst()
                        .map(name -> "a header " + name + ", but no Authorization header")
                : Optional.empty();
    }

    private static String times(String text) {
        int times = 1;
        String rest = text;
        while (times < 9 && Authorization.parse(rest).is("Bearer")) {
            rest = Authorization.parse(rest).credentials();
            times++;
        }
        return times == 2 ? "twice" : times + " times";
    }

    /** A header that is quoted as a whole has the word inside. */
    private static String bare(String text) {
        return text.regionMatches(true, 0, "\"Bearer ", 0, 8) ? '"' + text.substring(8) : text;
    }

    private static Optional<String> cutOff(String text) {
        if (Jwt.isLike(text) && (text.endsWith("...") || text.endsWith("\u2026"))) {
            return Optional.of("it ends in three dots, as a log or a console abbreviates it");
        }
        return Jwt.of(text)
                .flatMap(Jwt::missing)
                .map(what -> what + "; " + count(text.length(), "character") + " came");
    }

    /** Whether a parameter of this name has a token for its value, whatever the spelling. */
    static boolean isNameOfToken(String name) {
        String plain = plain(name);
        return plain.equals("token") || TOKEN_NAMES.contains(plain);
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    /** An API may have a token of its own, of a page for example; a token endpoint has none in its query. */
    private static Optional<String> inQuery(Case decided) {
        return decided.query().names().stream()
                .filter(name -> TOKEN_NAMES.contains(plain(name)))
                .findFirst()
                .or(() -> decided.query().names().stream()
                        .filter(TokenDetectors::isNameOfToken)
                        .flatMap(name -> ownToken(name, decided).stream())
                        .findFirst());
    }

    private static Optional<String> ownToken(String name, Case decided) {
        boolean isJwt = decided.query().values(name).stream().anyMatch(Jwt::isLike);
        return isJwt ? Optional.of(name + ", a JWT,") : when(decided.kind() == Kind.TOKEN, () -> name);
    }

    private static Optional<String> credentials(Authorization header, Case decided) {
        String rest = header.credentials().strip();
        boolean isBasic = header.is("Basic");
        if ((!isBasic && !header.is("Bearer")) || Jwt.isLike(rest)) {
            return Optional.empty();
        }
        String word = isBasic ? "Basic" : "the word Bearer";
        Optional<String> owner = BasicCredentials.read(rest) instanceof UserPass pair
                ? registered(pair.userId(), decided).map(id -> word + " with id and secret of " + id)
                : Optional.empty();
        return owner.or(() -> secretOf(rest, decided).map(id -> word + " with the secret of " + id))
                .or(() -> when(isBasic, () -> "a Basic header, in the place of a token"));
    }

    private static Optional<String> registered(String id, Case decided) {
        return decided.clients().stream()
                .map(Client::id)
                .filter(each -> each.equals(id))
                .findFirst();
    }

    private static Optional<String> secretOf(String text, Case decided) {
        return decided.clients().stream()
                .filter(client -> client.hasSecret(text))
                .map(Client::id)
                .findFirst();
    }
}
