package io.github.cxoneauthstub.auth.profile;

import io.github.cxoneauthstub.auth.profile.Reason.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one dialect says for each reason, and how we know. Not for several threads until nobody changes it. */
final class Refusals {
    private final String profile;
    private final Map<Reason, Fact<Optional<Refusal>>> lines = new EnumMap<>(Reason.class);

    Refusals(String profile) {
        this.profile = profile;
    }

    void addAll(Refusals others) {
        lines.putAll(others.lines);
    }

    Stream<Reason> reasons() {
        return Reason.answeredByProfiles().filter(lines::containsKey);
    }

    Fact<Optional<Refusal>> get(Reason reason) {
        Fact<Optional<Refusal>> line = lines.get(reason);
        if (line == null) {
            checkPlace(reason);
            throw new IllegalArgumentException(
                    reason + " never happens in profile " + profile + ": nothing there asks for its rule");
        }
        return line;
    }

    void put(Reason reason, Refusal refusal, Evidence evidence) {
        checkPlace(reason);
        lines.put(reason, new Fact<>(Optional.of(refusal), evidence));
    }

    void off(Reason reason, Evidence evidence) {
        if (reason.isEssential()) {
            throw new IllegalArgumentException("the rule " + reason.ruleId() + " (" + reason + ") cannot be switched"
                    + " off: without it there is nothing to go on with; give it another answer instead");
        }
        checkPlace(reason);
        lines.put(reason, new Fact<>(Optional.empty(), evidence));
    }

    private static void checkPlace(Reason reason) {
        if (reason.place() == Place.SERVER) {
            throw new IllegalArgumentException(
                    reason + " is not a dialect's to answer: it is decided before any endpoint is found");
        }
    }

    void status(String error, int status, Evidence evidence) {
        Map<Reason, Refusal> changed = new EnumMap<>(Reason.class);
        lines.forEach((reason, line) -> line.value()
                .filter(refusal -> refusal.error().equals(error))
                .ifPresent(refusal -> changed.put(reason, new Refusal(status, error, refusal.description()))));
        if (changed.isEmpty()) {
            throw new IllegalArgumentException(
                    "no answer of profile " + profile + " has the error '" + error + "': its errors are " + errors());
        }
        changed.forEach((reason, refusal) -> put(reason, refusal, evidence));
    }

    private Set<String> errors() {
        return lines.values().stream()
                .flatMap(line -> line.value().stream())
                .map(Refusal::error)
                .filter(error -> !error.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Checks that there is a line for each of these concerns, and for no other. */
    void checkFor(Set<Concern> concerns) {
        List<Reason> unanswered = Reason.answeredByProfiles()
                .filter(reason -> concerns.contains(reason.concern()) && !lines.containsKey(reason))
                .toList();
        if (!unanswered.isEmpty()) {
            throw new IllegalStateException("profile " + profile + " has no answer for " + unanswered
                    + ": give each an answer or switch it off, or start from another profile's toBuilder");
        }
        List<Reason> unasked =
                reasons().filter(reason -> !concerns.contains(reason.concern())).toList();
        if (!unasked.isEmpty()) {
            throw new IllegalStateException("profile " + profile + " never asks for the rules of " + unasked
                    + ": leave them out, or start from a profile that does");
        }
    }
}
