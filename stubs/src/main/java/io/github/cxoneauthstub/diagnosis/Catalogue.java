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
                    AccessKeyDetectors.ALL,
                    PathDetectors.ALL,
                    GrantDetectors.ALL,
                    TokenDetectors.ALL,
                    TokenStateDetectors.ALL)
            .flatMap(List::stream)
            .toList();

    /** Words of the sentences that are in no advice. */
    private static final String OF_SENTENCES = "object array header headers body query form path host scheme method"
            + " content-type id client client_id secret client_secret grant_type scope scopes token tokens basic bearer"
            + " json base64 text name names parameter parameters character characters byte bytes issuer server";

    /** A secret such as {@code secret} is in most sentences, and hiding them would keep nothing secret. */
    static final Set<String> OWN_WORDS = Stream.concat(
                    Stream.of(OF_SENTENCES),
                    ALL.stream()
                            .flatMap(detector -> Stream.of(detector.mistake().id(), detector.advice())))
            .map(text -> text.toLowerCase(Locale.ROOT))
            .flatMap(text -> Stream.of(text.split("[^a-z]+", -1), text.split("[^a-z0-9_-]+", -1)))
            .flatMap(Stream::of)
            .collect(Collectors.toUnmodifiableSet());
}
