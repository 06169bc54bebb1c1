package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Exchange.Kind;
import io.github.cxoneauthstub.auth.request.Authorization;
import io.github.cxoneauthstub.auth.request.BasicCredentials;
import io.github.cxoneauthstub.auth.request.BasicCredentials.Fault;
import io.github.cxoneauthstub.auth.request.BasicCredentials.Unreadable;
import io.github.cxoneauthstub.auth.request.BasicCredentials.UserPass;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Basic header is made of; each method gives the sentence of one detector. */
final class BasicShapes {
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern BYTES = Pattern.compile("b(['\"])(.*)\\1", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("(?i)basic[:=]?");
    private static final Pattern URL = Pattern.compile("(?i)https?://\\S*");
    private static final Pattern JSON = Pattern.compile("\\s*\\{.*}\\s*", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile("(?i)(grant_type|client_?(id|secret))=.*", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("(?i)(authorization:\\s*)?basic\\s.*", Pattern.DOTALL);

    private BasicShapes() {}

    /** What follows the word Basic at a token endpoint. */
    static Optional<String> value(Case decided) {
        return decided.kind() == Kind.TOKEN
                ? decided.authorization()
                        .filter(header -> header.is("Basic"))
                        .map(Authorization::credentials)
                        .map(String::strip)
                : Optional.empty();
    }

    /** The same where Basic is taken, and something stands in it. */
    private static Optional<String> taken(Case decided) {
        return value(decided)
                .filter(value -> decided.profile().credentials().takes(AuthMethod.BASIC))
                .filter(value ->
                        NoValue.word(value).isEmpty() && NoValue.name(value).isEmpty());
    }

    private static Optional<String> faulty(Case decided, Fault fault) {
        return taken(decided).filter(value -> BasicCredentials.read(value).equals(new Unreadable(fault)));
    }

    static Optional<String> pythonBytes(Case decided) {
        Optional<String> inside = Attempt.first(
                decided,
                attempt -> attempt.isBasic() && isOfBytes(attempt)
                        ? Optional.of("id and secret stand inside b'...' each")
                        : Optional.empty());
        return faulty(decided, Fault.PYTHON_BYTES)
                .map(value -> "the base64 text stands inside b'...'")
                .or(() -> inside);
    }

    private static boolean isOfBytes(Attempt attempt) {
        return attempt.wrong().anyMatch(value -> {
            Matcher bytes = BYTES.matcher(value.sent());
            return bytes.matches() && value.right().test(bytes.group(2));
        });
    }

    static Optional<String> wrapped(Case decided) {
        return faulty(decided, Fault.WRAPPED).flatMap(value -> {
            String[] lines = BLANK.split(value);
            return Base64Text.decode(value)
                    .filter(text -> text.indexOf(':') >= 0)
                    .map(text -> "the base64 text of " + String.join("", lines).length() + " characters is broken into "
                            + lines.length + " parts, after " + lines[0].length() + " characters");
        });
    }

    static Optional<String> urlSafe(Case decided) {
        return faulty(decided, Fault.URL_SAFE)
                .filter(BasicShapes::isPair)
                .map(value -> "the base64 text has "
                        + value.chars().filter(c -> c == '-' || c == '_').count() + " characters of base64url"
                        + (value.length() % 4 == 0 ? "" : ", and no padding"));
    }

    static Optional<String> unpadded(Case decided) {
        return faulty(decided, Fault.UNPADDED)
                .filter(BasicShapes::isPair)
                .map(value -> "the base64 text ends without the " + "=".repeat((4 - value.length() % 4) % 4)
                        + " that fills it up, at " + value.length() + " characters");
    }

    private static boolean isPair(String value) {
        return Base64Text.decode(value).filter(text -> text.indexOf(':') > 0).isPresent();
    }

    static Optional<String> twice(Case decided) {
        if (faulty(decided, Fault.DOUBLED).isPresent()) {
            return Optional.of("the word Basic stands there twice");
        }
        Optional<String> value = taken(decided);
        if (value.filter(text -> text.indexOf('%') >= 0)
                .map(FormEncoding::decodeLeniently)
                .filter(text -> BasicCredentials.read(text) instanceof UserPass)
                .isPresent()) {
            return Optional.of("the base64 text was percent-encoded");
        }
        Optional<String> text = value.flatMap(Base64Text::decode);
        if (text.filter(inner -> HEADER.matcher(inner).matches()).isPresent()) {
            return Optional.of("a whole header, the word Basic in it, was put into base64 once more");
        }
        return text.filter(inner -> inner.indexOf(':') < 0 && isPair(inner))
                .map(inner -> "the base64 text is that of a base64 text");
    }

    static Optional<String> notEncoded(Case decided) {
        Optional<String> plain = faulty(decided, Fault.NOT_ENCODED)
                .map(value -> "id, colon and secret follow the word Basic as they are, not in base64");
        return plain.or(() -> taken(decided)
                .filter(value -> isOfSome(decided, client -> client.hasSecret(value)))
                .map(value -> "the secret alone follows the word Basic, not in base64"));
    }

    /** The value alone, or with the word so that it is no scheme of its own. */
    static Optional<String> leftOut(Case decided) {
        boolean asks =
                decided.kind() == Kind.TOKEN && decided.profile().credentials().takes(AuthMethod.BASIC);
        return decided.authorization()
                .filter(header -> asks && header.credentials().isEmpty() && !header.is("Basic"))
                .flatMap(header -> {
                    String value = header.scheme();
                    String bare = MARK.matcher(value).lookingAt()
                            ? MARK.matcher(value).replaceFirst("")
                            : value;
                    if (!(BasicCredentials.read(bare) instanceof UserPass)
                            && !isOfSome(decided, client -> bare.startsWith(client.id() + ":"))) {
                        return Optional.empty();
                    }
                    return Optional.of(
                            bare.equals(value)
                                    ? "the header has credentials, but not the word Basic before them"
                                    : "the word Basic and the base64 text are not parted by a blank");
                });
    }

    static Optional<String> somethingElse(Case decided) {
        return notEncoded(decided).isPresent()
                ? Optional.empty()
                : taken(decided)
                        .flatMap(value -> what(value, decided))
                        .map(what -> "the base64 text is that of " + what);
    }

    private static Optional<String> what(String value, Case decided) {
        BasicCredentials read = BasicCredentials.read(value);
        if (Base64Text.isUtf16(value)) {
            return Optional.of("UTF-16, two bytes for each character");
        }
        if (read.equals(new Unreadable(Fault.NOT_UTF8))) {
            return Optional.of("another character set than UTF-8, or of no text");
        }
        Optional<String> text = Base64Text.decode(value).map(String::strip);
        return text.flatMap(BasicShapes::known)
                .or(() -> read.equals(new Unreadable(Fault.NO_COLON))
                                && twice(decided).isEmpty()
                                && text.flatMap(NoValue::word).isEmpty()
                        ? text.map(inner -> withoutColon(inner, decided))
                        : Optional.empty());
    }

    private static Optional<String> known(String text) {
        if (URL.matcher(text).matches()) {
            return Optional.of("a URL");
        }
        if (JSON.matcher(text).matches()) {
            return Optional.of("a JSON object");
        }
        return FORM.matcher(text).matches() ? Optional.of("a form") : Optional.empty();
    }

    private static String withoutColon(String text, Case decided) {
        if (isOfSome(decided, client -> client.hasSecret(text))) {
            return "the secret alone";
        }
        if (isOfSome(decided, client -> client.id().equals(text))) {
            return "the id alone";
        }
        String decoded = FormEncoding.decodeLeniently(text);
        if (isOfSome(decided, client -> decoded.startsWith(client.id() + ":"))) {
            return "id:secret of which the colon was percent-encoded, too";
        }
        return isOfSome(decided, client -> isParted(text, client))
                ? "id and secret with another character than a colon between them"
                : "something without a colon, so not of id:secret";
    }

    private static boolean isParted(String text, Client client) {
        int at = client.id().length();
        return text.length() > at && text.startsWith(client.id()) && !Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean isOfSome(Case decided, Predicate<Client> predicate) {
        return decided.clients().stream().anyMatch(predicate);
    }
}
