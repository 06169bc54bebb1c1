package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client does over time: each exchange is looked at beside those before it. */
final class Behaviours {
    private Behaviours() {}

    /** Recognises one mistake in an exchange by those before it. */
    interface Look {
        /** How it shows; empty if it does not. */
        Optional<String> at(Exchange now, Before before);
    }

    /** One mistake, how it is recognised, and what to change. */
    record Behaviour(Mistake mistake, Look look, String advice, Evidence evidence) {
        Optional<Finding> of(Exchange now, Before before) {
            return look.at(now, before).map(seen -> new Finding(mistake, seen, advice, List.of(), evidence));
        }
    }

    /** In the order in which their findings are shown. */
    static final List<Behaviour> ALL = Stream.of(RenewalBehaviours.ALL, RetryBehaviours.ALL)
            .flatMap(List::stream)
            .toList();

    /** The same exchanges, each with what it shows. */
    static List<Exchange> over(List<Exchange> oldestFirst) {
        Before before = new Before();
        List<Exchange> shown = new ArrayList<>(oldestFirst.size());
        for (Exchange now : oldestFirst) {
            shown.add(now.withFindings(ALL.stream()
                    .flatMap(behaviour -> behaviour.of(now, before).stream())
                    .toList()));
            before.add(now);
        }
        return List.copyOf(shown);
    }
}
