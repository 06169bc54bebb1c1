package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.JsonValue.JsonNull;
import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.auth.JsonValue.Member;
import io.github.cxoneauthstub.auth.exchange.Redactor;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an endpoint that reads JSON demands of the body (RFC 8259). */
final class JsonRules {
    private JsonRules() {}

    /** A body beside what came of reading it. */
    record Body(ArrivedRequest request, JsonReading reading, Json json) {
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
            String fault =
                    reading instanceof JsonReading.Faulty faulty ? " (" + show.shown(faulty.sentence()) + ")" : "";
            return label + ", " + BodyShape.of(request.body(), json) + fault;
        }
    }

    static final Rule<Body> OBJECT = new Rule<>(
            Reason.BODY_NOT_JSON,
            "the body is one JSON object, labelled application/json",
            body -> body.object().isPresent(),
            Body::described,
            "send Content-Type: application/json and an object whose members are strings: this endpoint reads no form");

    static final Rule<JsonObject> STRINGS = new Rule<>(
            Reason.MEMBER_NOT_STRING,
            "the members that are parameters are strings",
            object -> others(object).isEmpty(),
            (object, show) -> others(object).stream()
                    .map(member -> member.name() + " is " + member.value().kind())
                    .collect(Collectors.joining(", ")),
            "quote the value: an id or a key of digits only is a string, too");

    /** Only names that are known are told: any other may be half of a secret. */
    private static List<Member> others(JsonObject object) {
        return object.members().stream()
                .filter(member -> ParameterNames.isKnown(member.name()))
                .filter(member -> !(member.value() instanceof JsonString || member.value() instanceof JsonNull))
                .toList();
    }
}
