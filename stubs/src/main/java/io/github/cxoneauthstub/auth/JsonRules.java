package io.github.cxoneauthstub.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.cxoneauthstub.auth.JsonValue.JsonArray;
import io.github.cxoneauthstub.auth.JsonValue.JsonNull;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.auth.JsonValue.Member;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an endpoint that reads JSON demands of the body (RFC 8259). */
final class JsonRules {
    private JsonRules() {}

    private static final Pattern REPEATED = Pattern.compile("the key '([^']*)'");

    /**
     * A body beside what came of reading it.
     *
     * @param isOneOfTwo whether the endpoint reads forms, too
     */
    record Body(ArrivedRequest request, JsonReading reading, boolean isOneOfTwo, Json json) {
        Optional<JsonObject> object() {
            return request.isJson()
                            && reading instanceof JsonReading.Whole whole
                            && whole.value() instanceof JsonObject object
                    ? Optional.of(object)
                    : Optional.empty();
        }

        private String described(Redactor show) {
            String label = request.value("Content-Type")
                    .map(type -> "Content-Type: " + show.shown(type))
                    .orElse("no Content-Type");
            String encoding = request.value("Content-Encoding")
                    .map(name -> ", Content-Encoding: " + show.shown(name))
                    .orElse("");
            String fault = reading instanceof JsonReading.Faulty faulty
                    ? " (" + show.shown(withoutStrangeKey(faulty.sentence())) + ")"
                    : "";
            return label + encoding + ", " + BodyShape.of(request.body(), json) + fault;
        }

        private String advice() {
            byte[] bytes = request.body();
            if (request.value("Content-Encoding").isPresent() || BodyShape.isCompressed(bytes)) {
                return "send the body as it is, without Content-Encoding: no endpoint here unpacks one";
            }
            if (BodyShape.isUtf16(bytes)) {
                return "write the body in UTF-8 (RFC 8259 section 8.1)";
            }
            if (isTooMuch()) {
                return "send nothing but the members that this endpoint reads, each of them a string";
            }
            if (request.isJson() && reading instanceof JsonReading.Whole) {
                return "send one JSON object with the parameters as its members";
            }
            if (request.isJson() && isBraced(bytes)) {
                return "let a JSON library write the object: each name once, in double quotes, and nothing behind its end";
            }
            return isOneOfTwo
                    ? "label the body as what it is: application/json for one object whose members are strings,"
                            + " application/x-www-form-urlencoded for a form"
                    : "send Content-Type: application/json and an object whose members are strings: this endpoint reads"
                            + " no form";
        }

        private static boolean isBraced(byte[] body) {
            return new String(body, ISO_8859_1).strip().startsWith("{");
        }

        /** JSON, but longer or deeper than a request can be. */
        private boolean isTooMuch() {
            return request.body().length > JsonLimits.OF_REQUEST.bytes()
                    || (reading instanceof JsonReading.Faulty
                            && json.read(request.body(), JsonLimits.USUAL) instanceof JsonReading.Whole);
        }
    }

    /** A key that is no parameter may be half of a secret. */
    private static String withoutStrangeKey(String sentence) {
        return REPEATED.matcher(sentence).replaceFirst(key -> ParameterNames.isKnown(key.group(1)) ? "$0" : "a key");
    }

    static final Rule<Body> OBJECT = new Rule<>(
            Reason.BODY_NOT_JSON,
            "the body is one JSON object, labelled application/json",
            body -> body.object().isPresent(),
            Body::described,
            Body::advice);

    /** An object beside what its endpoint is there for: it ignores what it does not know (RFC 6749 section 3.2). */
    record Members(JsonObject object, Duty duty) {
        private static final Set<String> OF_TOKEN_REQUESTS = Set.of(
                "grant_type",
                "client_id",
                "client_secret",
                "scope",
                "username",
                "password",
                "code",
                "redirect_uri",
                "code_verifier",
                "refresh_token",
                "subject_token",
                "subject_token_type");

        private boolean reads(String name) {
            return switch (duty) {
                case ACCESS_KEY -> name.equals("accessKeyId") || name.equals("accessKeySecret");
                case EXCHANGE -> name.equals("accessToken");
                case REFRESH, WHO_AM_I -> name.equals("token");
                default -> OF_TOKEN_REQUESTS.contains(name);
            };
        }

        private List<Member> others() {
            return object.members().stream()
                    .filter(member -> reads(member.name()))
                    .filter(member -> !(member.value() instanceof JsonString || member.value() instanceof JsonNull))
                    .toList();
        }

        private String advice() {
            JsonValue first = others().get(0).value();
            if (first instanceof JsonArray) {
                return "send one string instead of the list; several scopes are one string with a blank between them";
            }
            return first instanceof JsonObject
                    ? "send the string itself, without an object around it"
                    : "quote the value: an id or a key of digits only is a string, too";
        }
    }

    static final Rule<Members> STRINGS = new Rule<>(
            Reason.MEMBER_NOT_STRING,
            "the members that are parameters are strings",
            members -> members.others().isEmpty(),
            (members, show) -> members.others().stream()
                    .map(member -> member.name() + " is " + member.value().kind())
                    .collect(Collectors.joining(", ")),
            Members::advice);
}
