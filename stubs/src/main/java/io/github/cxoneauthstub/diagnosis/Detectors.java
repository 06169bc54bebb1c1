package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.Diagnosis;
import io.github.cxoneauthstub.auth.exchange.Exchange;
import io.github.cxoneauthstub.auth.exchange.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All detectors in one list, each asked in turn. What one of them says of a client is shown only if the redactor has
 * nothing against it. Immutable and safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class Detectors implements Diagnosis {
    private static final System.Logger LOG = System.getLogger(Detectors.class.getName());

    /** In the order in which their findings are shown. */
    static final List<Detector> ALL = Stream.of(
                    BodyDetectors.ALL,
                    PlaceDetectors.ALL,
                    BasicDetectors.ALL,
                    SecretDetectors.ALL,
                    ClientDetectors.ALL,
                    PathDetectors.ALL,
                    GrantDetectors.ALL,
                    TokenDetectors.ALL,
                    TokenStateDetectors.ALL)
            .flatMap(List::stream)
            .toList();

    /** A secret such as {@code secret} is in most sentences, and hiding them would keep nothing secret. */
    private static final Set<String> OWN_WORDS = ALL.stream()
            .flatMap(detector -> Stream.of(detector.mistake().id(), detector.advice()))
            .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public List<Finding> of(Case decided) {
        List<Finding> found = new ArrayList<>();
        for (Detector each : ALL) {
            look(each, decided)
                    .filter(finding -> !decided.show().except(OWN_WORDS).hides(finding.seen()))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** One that fails is a mistake of ours, which must not become one of the answer. */
    private static Optional<Finding> look(Detector detector, Case decided) {
        try {
            return detector.look(decided);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the detector {0} failed: {1}",
                    detector,
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    @Override
    public List<Exchange> over(List<Exchange> oldestFirst) {
        return Behaviours.over(oldestFirst);
    }
}
