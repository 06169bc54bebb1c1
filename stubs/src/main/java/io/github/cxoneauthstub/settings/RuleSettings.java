package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a dialect answers when a rule is broken, as it is written in JSON: another answer, or {@code "off"}. */
final class RuleSettings {
    private static final String OFF = "off";
    private static final String STATUS = "status";
    private static final String ERROR = "error";
    private static final String DESCRIPTION = "description";

    private RuleSettings() {}

    static Profile.Builder read(Field field, Profile builtIn, Profile.Builder builder, Evidence evidence) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        builtIn.reasons().forEach(reason -> reasons.put(reason.ruleId(), reason));
        Fields rules = field.fields().allowOnly(reasons.keySet().toArray(String[]::new));
        reasons.forEach((id, reason) ->
                rules.find(id).ifPresent(rule -> read(rule, reason, builtIn.refusal(reason), builder, evidence)));
        return builder;
    }

    private static void read(
            Field rule, Reason reason, Optional<Refusal> now, Profile.Builder builder, Evidence evidence) {
        if (rule.isText(OFF)) {
            rule.read(() -> builder.off(reason, evidence));
        } else {
            builder.answer(reason, refusal(rule, now), evidence);
        }
    }

    /** What is not said stays as it is; another error takes its description with it. */
    private static Refusal refusal(Field rule, Optional<Refusal> now) {
        if (!rule.isObject()) {
            throw rule.fault("\"" + OFF + "\", or an object with any of status, error and description");
        }
        Fields fields = rule.fields().allowOnly(STATUS, ERROR, DESCRIPTION);
        int status = fields.integer(STATUS, 400, 499)
                .or(() -> now.map(Refusal::status))
                .orElseThrow(() -> rule.refused("this rule is switched off where nothing is said: to switch it on, give"
                        + " it a status from 400 to 499"));
        Optional<String> error = fields.text(ERROR);
        Optional<String> kept = error.isPresent() ? Optional.empty() : now.map(Refusal::description);
        String description = fields.text(DESCRIPTION).or(() -> kept).orElse("");
        return rule.read(() ->
                new Refusal(status, error.or(() -> now.map(Refusal::error)).orElse(""), description));
    }
}
