package io.github.cxoneauthstub.diagnosis;

import static io.github.cxoneauthstub.auth.profile.Evidence.claimed;
import static io.github.cxoneauthstub.auth.profile.Evidence.documented;
import static io.github.cxoneauthstub.auth.profile.Evidence.observed;
import static io.github.cxoneauthstub.diagnosis.Seen.count;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.Letters;
import io.github.cxoneauthstub.auth.client.AuthMethod;
import io.github.cxoneauthstub.auth.client.GrantType;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Profile;
import io.github.cxoneauthstub.auth.profile.Reason;
import io.github.cxoneauthstub.auth.profile.ResourceStyle;
import io.github.cxoneauthstub.auth.request.FormEncoding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which path was asked, and whose it is. */
final class PathDetectors {
    private PathDetectors() {}

    /** A request line may be longer; a token path is not. */
    private static final int LONGEST = 1_000;

    private static final int MOST_NAMED = 4;

    private static final Detector ANOTHER_PRODUCT = Detector.of(
            Mistake.ANOTHER_PRODUCT,
            decided -> genesys(decided).or(() -> unknownPath(decided).flatMap(path -> product(path, decided))),
            "find out which product and which of its endpoints the credentials were made for, then ask its path",
            documented("the vendor's documents and SDKs for its own paths, those of Genesys Cloud for its; the others"
                    + " are of forum threads 9482 to 18573"));

    private static final Detector ANOTHER_PROFILE = Detector.of(
            Mistake.ANOTHER_PROFILE,
            PlaceDetectors.whereSecretsAre(PathDetectors::profile),
            "if the credentials are sent as its documents say, the path is the mistake: take the other one",
            claimed("threads 001 to 004 name three paths, each with a way of its own"));

    private static final Detector PATH_MISSPELT = Detector.of(
            Mistake.PATH_MISSPELT,
            decided -> unknownPath(decided)
                    .filter(path -> ofOther(path, decided).isEmpty())
                    .flatMap(path -> misspelt(path, decided)),
            "write the path exactly so, slashes and case included; look at how base URL and path are joined",
            observed("client code that joins a base URL and a path, or writes /Token for /token"));

    static final List<Detector> ALL = List.of(ANOTHER_PRODUCT, ANOTHER_PROFILE, PATH_MISSPELT);

    /** The path of a request that nothing answers, as somebody means it who writes it otherwise. */
    private static Optional<String> unknownPath(Case decided) {
        return decided.fellAt(Reason.PATH_UNKNOWN)
                ? Optional.of(decided.request().path())
                        .filter(path -> path.length() <= LONGEST)
                        .map(PathDetectors::normalised)
                : Optional.empty();
    }

    private static String normalised(String path) {
        return FormEncoding.decodeLeniently(path)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
    }

    private static Optional<String> product(String path, Case decided) {
        return ofOther(path, decided).map(known -> known + "; served here: " + served(decided.tokenPaths()));
    }

    /** Whose it is; empty if it is ours, in whatever spelling. */
    private static Optional<String> ofOther(String path, Case decided) {
        boolean isServed = decided.tokenPaths().keySet().stream()
                .anyMatch(served -> normalised(served).equals(path));
        return isServed ? Optional.empty() : OtherPaths.of(path);
    }

    private static String served(Map<String, Profile> paths) {
        String named = paths.entrySet().stream()
                .limit(MOST_NAMED)
                .map(each -> "POST " + each.getKey() + " (" + each.getValue().name() + ")")
                .collect(Collectors.joining(", "));
        return paths.size() <= MOST_NAMED ? named : named + " and " + (paths.size() - MOST_NAMED) + " more";
    }

    /**
     * The SDKs of Genesys Cloud tell by a header of their own; their hosts are known by their names. Where that product
     * is simulated they are right.
     */
    private static Optional<String> genesys(Case decided) {
        if (decided.profile().resourceStyle().value() == ResourceStyle.GENESYS) {
            return Optional.empty();
        }
        boolean isSdk = decided.request().value("purecloud-sdk").isPresent()
                || decided.request()
                        .value("User-Agent")
                        .filter(agent -> agent.startsWith("PureCloud SDK"))
                        .isPresent();
        if (isSdk) {
            return Optional.of("a request of an SDK of Genesys Cloud, which is another product");
        }
        return decided.request()
                .value("Host")
                .flatMap(OtherPaths::genesysHost)
                .map(host -> "the Host header names " + host + ", a host of Genesys Cloud");
    }

    private static Optional<String> profile(Case decided) {
        return PlaceDetectors.way(decided)
                .filter(way -> !decided.profile().credentials().takes(way))
                .flatMap(way -> taking(way, decided))
                .or(() -> serving(decided));
    }

    /** Those that serve the grant which is not served here. */
    private static Optional<String> serving(Case decided) {
        Optional<GrantType> asked = decided.fellAt(Reason.GRANT_TYPE_UNSUPPORTED)
                ? decided.parameters().value("grant_type").flatMap(GrantType::of)
                : Optional.empty();
        return asked.flatMap(grant -> named(decided.tokenPaths().entrySet().stream()
                        .filter(PathDetectors::isForGrants)
                        .filter(each -> each.getValue().servedGrants().contains(grant)))
                .map(paths -> "grant_type " + grant + ", as " + paths + " would serve it"));
    }

    private static boolean isForGrants(Map.Entry<String, Profile> path) {
        return path.getValue().duty() == Duty.TOKEN && path.getValue().paths().contains(path.getKey());
    }

    private static Optional<String> named(Stream<Map.Entry<String, Profile>> paths) {
        return Optional.of(paths.map(each ->
                                "POST " + each.getKey() + " (" + each.getValue().name() + ")")
                        .distinct()
                        .limit(MOST_NAMED)
                        .collect(Collectors.joining(" and ")))
                .filter(named -> !named.isEmpty());
    }

    /** Those that take nothing else are named first. */
    private static Optional<String> taking(AuthMethod way, Case decided) {
        return named(Stream.of(way, AuthMethod.EITHER)
                        .flatMap(method -> decided.tokenPaths().entrySet().stream()
                                .filter(PathDetectors::isForGrants)
                                .filter(each -> each.getValue().credentials() == method)
                                .filter(each -> serves(each.getValue(), decided))))
                .map(paths -> PlaceDetectors.described(way) + ", as " + paths + " would take "
                        + (way == AuthMethod.BASIC ? "it" : "them"));
    }

    /** Whether a dialect serves the grant that is asked for; one that is asked for none serves it as well as any. */
    private static boolean serves(Profile dialect, Case decided) {
        return decided.parameters()
                .value("grant_type")
                .flatMap(GrantType::of)
                .map(dialect.servedGrants()::contains)
                .orElse(true);
    }

    private static Optional<String> misspelt(String path, Case decided) {
        return decided.tokenPaths().keySet().stream()
                .flatMap(served -> misspelt(path, served, decided).stream())
                .findFirst()
                .or(() -> Letters.nearest(path, decided.tokenPaths().keySet(), Seen.LETTERS_FOR_A_SLIP)
                        .map(nearest -> "the path is nearly " + nearest));
    }

    private static Optional<String> misspelt(String path, String served, Case decided) {
        String other = normalised(served);
        String sent = decided.request().path();
        if (path.equals(other)) {
            return Optional.of("the path differs from " + served + " in " + difference(sent, served));
        }
        if (path.startsWith(other + "&") || path.startsWith(other + "?")) {
            return Optional.of("parameters are joined to " + served + " as if they were part of the path");
        }
        if (path.startsWith(other) && path.endsWith(other)) {
            return Optional.of(served + " is there twice: the base URL has it already");
        }
        boolean isTail = other.length() > 1 && path.endsWith(other);
        return isTail
                ? Optional.of("the path ends with " + served + ", but has "
                        + count(
                                path.substring(0, path.length() - other.length())
                                                .split("/")
                                                .length
                                        - 1L,
                                "segment")
                        + " before it")
                : Optional.empty();
    }

    private static String difference(String sent, String served) {
        if (sent.equalsIgnoreCase(served)) {
            return "case";
        }
        return sent.indexOf('%') < 0 && sent.indexOf('+') < 0 ? "slashes" : "characters that were escaped";
    }
}
