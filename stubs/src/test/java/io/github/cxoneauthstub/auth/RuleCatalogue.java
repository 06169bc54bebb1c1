package io.github.cxoneauthstub.auth;

import static java.util.stream.Collectors.toMap;

import io.github.cxoneauthstub.auth.profile.Reason;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** All rules, found by looking at the classes that hold them; a reason with two rules or none is an error. */
final class RuleCatalogue {
    private static final Map<Reason, Rule<?>> ALL = Stream.of(
                    RequestRules.class,
                    JsonRules.class,
                    ClientRules.class,
                    GrantRules.class,
                    AccessKeyRules.class,
                    CodeRules.class,
                    RefreshRules.class,
                    SubjectTokenRules.class,
                    QuestionRules.class,
                    AuthorizeRules.class,
                    BearerRules.class)
            .flatMap(type -> Stream.of(type.getDeclaredFields()))
            .filter(field -> field.getType() == Rule.class)
            .map(RuleCatalogue::value)
            .collect(toMap(Rule::reason, Function.identity()));

    private RuleCatalogue() {}

    static String demand(Reason reason) {
        Rule<?> rule = ALL.get(reason);
        if (rule == null) {
            throw new AssertionError(reason + " has no rule: nothing ever demands " + reason.ruleId());
        }
        return rule.demand();
    }

    private static Rule<?> value(Field field) {
        try {
            return (Rule<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
