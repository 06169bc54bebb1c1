package io.github.cxoneauthstub.settings;

import io.github.cxoneauthstub.auth.profile.ErrorMember;
import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said in JSON of all errors of a dialect at once. */
final class ErrorSettings {
    private ErrorSettings() {}

    /** The status of every answer that has an error. */
    static Profile.Builder status(Field field, Profile builtIn, Profile.Builder builder, Evidence evidence) {
        String[] errors = builtIn.reasons()
                .flatMap(reason -> builtIn.refusal(reason).stream())
                .map(Refusal::error)
                .filter(error -> !error.isEmpty())
                .distinct()
                .toArray(String[]::new);
        Fields statuses = field.fields().allowOnly(errors);
        for (String error : errors) {
            statuses.integer(error, 400, 499).ifPresent(status -> builder.errorStatus(error, status, evidence));
        }
        return builder;
    }

    /** What stands in the answer to a token request that is refused, in this order. */
    static ErrorMember[] members(Field field) {
        Map<String, ErrorMember> words = new LinkedHashMap<>();
        for (ErrorMember member : ErrorMember.values()) {
            words.put(member.memberName(), member);
        }
        List<ErrorMember> members = new ArrayList<>();
        for (Field element : field.elements()) {
            ErrorMember member = element.oneOf(words);
            if (members.contains(member)) {
                throw element.refused("'" + member.memberName() + "' is there twice: leave one of them out");
            }
            members.add(member);
        }
        if (members.isEmpty()) {
            throw field.refused("a refusal without any member would be {}: give at least one of "
                    + String.join(", ", words.keySet()));
        }
        return members.toArray(ErrorMember[]::new);
    }
}
