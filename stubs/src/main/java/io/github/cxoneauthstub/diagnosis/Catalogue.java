package io.github.cxoneauthstub.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All detectors. They are many classes, which are loaded when the first exchange is read and not before. */
final class Catalogue {
    private Catalogue() {}

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
    static final Set<String> OWN_WORDS = ALL.stream()
            .flatMap(detector -> Stream.of(detector.mistake().id(), detector.advice()))
            .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)))
            .collect(Collectors.toUnmodifiableSet());
}
