package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.profile.EndpointEvidence;
import io.github.cxoneauthstub.auth.profile.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a server tells of itself to everybody, whatever dialects it speaks, and how we know. */
enum PublicDocument {
    /** OpenID Connect Discovery 1.0 section 3. */
    DISCOVERY(
            "/.well-known/openid-configuration",
            "discovery document",
            Evidence.documented("RingCentral's article; NICE's OpenAPI files"),
            Evidence.documented("RingCentral's article: these members, but for what is not served")),
    /** Where the API of a tenant is. */
    TENANT(
            "/.well-known/cxone-configuration",
            "configuration of a tenant",
            Evidence.documented("RingCentral's article; NICE's OpenAPI files"),
            Evidence.documented("RingCentral's article; NICE's OpenAPI files")),
    /** RFC 7517 section 5. */
    KEYS(
            "/auth/jwks",
            "key set",
            Evidence.documented("RingCentral's article: jwks_uri of the discovery document"),
            Evidence.documented("NICE's OpenAPI files: the members of a key"));

    private final String path;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a record of records
    private final EndpointEvidence evidence;

    PublicDocument(String path, String title, Evidence ofPath, Evidence ofAnswer) {
        this.path = path;
        this.title = title;
        this.evidence = new EndpointEvidence(ofPath, Optional.of(ofAnswer));
    }

    static List<String> paths() {
        return Arrays.stream(values()).map(PublicDocument::path).toList();
    }

    String path() {
        return path;
    }

    /** Its name in the exchanges. */
    String title() {
        return title;
    }

    EndpointEvidence evidence() {
        return evidence;
    }
}
