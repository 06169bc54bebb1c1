package io.github.cxoneauthstub.auth;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that parameters of a token request go by. A name is shown only if it is one of these: any other may be half
 * a secret that was not encoded.
 */
final class ParameterNames {
    /** Names whose value is a secret, without the marks that spellings differ in. */
    private static final Set<String> SECRET = Set.of(
            "clientsecret",
            "secret",
            "clientassertion",
            "assertion",
            "password",
            "refreshtoken",
            "accesstoken",
            "subjecttoken",
            "token",
            "code",
            "codeverifier",
            "accesskeysecret");

    private static final Set<String> OTHER = Set.of(
            "granttype",
            "clientid",
            "scope",
            "username",
            "redirecturi",
            "clientassertiontype",
            "subjecttokentype",
            "audience",
            "resource",
            "state",
            "responsetype",
            "accesskeyid",
            "codechallenge",
            "codechallengemethod",
            "display",
            "tenantid",
            "tokentypehint",
            "requestedtokentype",
            "orgname",
            "duration");

    private static final int MOST = 8;

    private ParameterNames() {}

    /** Whether the value of a parameter of this name is a secret. */
    static boolean isSecret(String name) {
        return SECRET.contains(plain(name));
    }

    /** Whether its value is the id of a client. */
    static boolean isClientId(String name) {
        return plain(name).equals("clientid");
    }

    /** The names as a list for a sentence. */
    static String shown(Collection<String> names) {
        List<String> known = names.stream().filter(ParameterNames::isKnown).toList();
        int unknown = names.size() - known.size();
        Stream<String> rest =
                unknown == 0 ? Stream.of() : Stream.of(unknown == 1 ? "an unknown name" : unknown + " unknown names");
        return Stream.concat(known.stream().limit(MOST), rest).collect(Collectors.joining(", "));
    }

    /** Whether it is one of the words, so that it may be shown. */
    static boolean isKnown(String name) {
        return SECRET.contains(plain(name)) || OTHER.contains(plain(name));
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
