package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.JsonValue.JsonObject;
import io.github.cxoneauthstub.auth.JsonValue.JsonString;
import io.github.cxoneauthstub.auth.JsonValue.Member;
import io.github.cxoneauthstub.auth.profile.BodyFormat;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.request.ArrivedRequest;
import io.github.cxoneauthstub.auth.request.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a token request as its endpoint does: a form, or a JSON object. */
final class RequestReader {
    private final Json json;

    RequestReader(Json json) {
        this.json = json;
    }

    /** Returns the request with its parameters, or ends the decision. */
    TokenRequest read(ArrivedRequest arrived, Duty duty, Trail trail) {
        Set<BodyFormat> formats = trail.profile().bodiesOf(duty);
        RequestRules.Coming coming = new RequestRules.Coming(arrived, formats.contains(BodyFormat.FORM));
        trail.demand(RequestRules.POST, coming);
        trail.demand(RequestRules.QUERY_WITHOUT_SECRET, coming);
        return isJson(arrived, formats)
                ? readObject(arrived, duty, coming.readsForm(), trail)
                : readForm(arrived, formats, trail);
    }

    private static boolean isJson(ArrivedRequest arrived, Set<BodyFormat> formats) {
        return formats.contains(BodyFormat.JSON)
                && (!formats.contains(BodyFormat.FORM) || arrived.isJson() || (!arrived.isForm() && isBraced(arrived)));
    }

    private TokenRequest readForm(ArrivedRequest arrived, Set<BodyFormat> formats, Trail trail) {
        boolean isRead = arrived.isForm()
                || (formats.contains(BodyFormat.FORM_LABELLED_JSON) && arrived.isJson() && !isBraced(arrived));
        trail.demand(RequestRules.FORM_BODY, new RequestRules.Arrival(arrived, isRead, json));
        // a dialect that does not demand the label ignores the body without it
        Form form = isRead ? Form.parse(arrived.body()) : Form.EMPTY;
        trail.demand(RequestRules.FORM_ENCODING, form);
        trail.demand(RequestRules.PARAMETERS_ONCE, form);
        return new TokenRequest(arrived, form, isRead, json);
    }

    private TokenRequest readObject(ArrivedRequest arrived, Duty duty, boolean readsForm, Trail trail) {
        JsonReading reading = json.read(arrived.body(), JsonLimits.OF_REQUEST);
        JsonRules.Body body = new JsonRules.Body(arrived, reading, readsForm, json);
        trail.demand(JsonRules.OBJECT, body);
        JsonObject object = body.object().orElseThrow();
        trail.demand(JsonRules.STRINGS, new JsonRules.Members(object, duty));
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Member member : object.members()) {
            if (member.value() instanceof JsonString string) {
                parameters.put(member.name(), string.text());
            }
        }
        return new TokenRequest(arrived, Form.of(parameters), true, json);
    }

    /** Whether the body begins as a JSON object does. */
    static boolean isBraced(ArrivedRequest arrived) {
        for (byte b : arrived.body()) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{';
            }
        }
        return false;
    }
}
