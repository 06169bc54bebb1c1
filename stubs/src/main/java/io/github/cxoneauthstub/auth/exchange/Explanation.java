package io.github.cxoneauthstub.auth.exchange;

import io.github.cxoneauthstub.auth.profile.Evidence;
import io.github.cxoneauthstub.auth.profile.Reason;

/**
 * Why a request was refused, for the tester: the wire says none of this. No part holds a secret.
 *
 * @param reason the rule that was broken first
 * @param demand what the rule demands, as a sentence
 * @param seen what was there instead
 * @param advice what to change
 * @param evidence how we know that the endpoint answers like this
 * @since 0.1.0
 */
public record Explanation(Reason reason, String demand, String seen, String advice, Evidence evidence) {

    /** The rule with its id: {@code form-body: the body is a form}. */
    public String rule() {
        return reason.ruleId() + ": " + demand;
    }
}
