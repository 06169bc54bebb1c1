package io.github.cxoneauthstub.assertj;

import io.github.cxoneauthstub.CxoneAuth;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Timeline;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.presentation.Representation;

/**
 * Shows values as ever, and knows whose timeline belongs below a failure. AssertJ hands the representation on from one
 * assertion to the next, in soft assertions too, and nothing else that we could put it in.
 */
record InTimeline(Representation usual, CxoneAuth auth) implements Representation {

    @Override
    public String toStringOf(Object object) {
        return usual.toStringOf(object);
    }

    @Override
    public String unambiguousToStringOf(Object object) {
        return usual.unambiguousToStringOf(object);
    }

    /** A sentence above all that the endpoint saw. */
    static String below(String sentence, CxoneAuth auth) {
        return sentence + ("\n" + auth.exchanges().timeline()).replace("\n", "\n  ");
    }

    /** A sentence above all that the endpoint saw, or above this exchange where no more is known. */
    static String below(String sentence, Exchange alone, Representation representation) {
        return representation instanceof InTimeline known
                ? below(sentence, known.auth())
                : sentence + "\n" + withoutHeading(alone);
    }

    /** The heading would tell of a timeline, and from when on the times count. */
    private static String withoutHeading(Exchange alone) {
        return Timeline.print(List.of(alone), "", alone.at())
                .lines()
                .skip(1)
                .map(line -> "  " + line)
                .collect(Collectors.joining("\n"))
                .replaceFirst(" \\+0\\.000s", "");
    }
}
