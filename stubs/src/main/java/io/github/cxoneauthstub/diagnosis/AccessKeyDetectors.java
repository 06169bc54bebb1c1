package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.client.AccessKey;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.auth.exchange.Mistake;
import io.github.cxoneauthstub.auth.profile.BodyFormat;
import io.github.cxoneauthstub.auth.profile.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in the place of an access key, and how its padding was sent; the rest is as with any secret. */
final class AccessKeyDetectors {
    private static final Pattern RAW_PADDING = Pattern.compile("(?<=^|&)(username|password)=[^&]*=(?=&|$)");

    private AccessKeyDetectors() {}

    private static final Detector NOT_AN_ACCESS_KEY = Detector.of(
            Mistake.NOT_AN_ACCESS_KEY,
            decided -> Attempt.first(decided, attempt -> insteadOfKey(attempt, decided)),
            "have an access key made in the user's settings, and send its id and its secret",
            Evidence.documented("the vendor's guide to back-end applications: an access key instead of a login"));

    private static final Detector KEY_NOT_ENCODED = Detector.of(
                    Mistake.KEY_NOT_ENCODED,
                    AccessKeyDetectors::rawPadding,
                    "encode id and secret of the access key, each = as %3D: what becomes of a bare one depends on who"
                            + " reads the form",
                    Evidence.documented("RingCentral's article: the = of the access key are sent as %3D"))
            .evenIfAccepted()
            .in(Library.JAVA, "\"password=\" + URLEncoder.encode(secret, UTF_8)")
            .in(Library.REQUESTS, "requests.post(url, data=fields) # a dict: it is encoded as it must be");

    static final List<Detector> ALL = List.of(NOT_AN_ACCESS_KEY, KEY_NOT_ENCODED);

    private static Optional<String> insteadOfKey(Attempt attempt, Case decided) {
        if (attempt.whose() != Whose.ACCESS_KEY || attempt.holder().isPresent()) {
            return Optional.empty();
        }
        if (decided.clients().stream()
                .map(Client::id)
                .anyMatch(id -> attempt.ids().anyMatch(id::equals))) {
            return Optional.of("the id of an application stands in the place of the access key's");
        }
        return decided.accessKeys().stream()
                        .map(AccessKey::user)
                        .anyMatch(user -> attempt.ids().anyMatch(user::equals))
                ? Optional.of("the name of a user stands in the place of the access key's id")
                : Optional.empty();
    }

    private static Optional<String> rawPadding(Case decided) {
        boolean isForm = decided.reads(BodyFormat.FORM)
                && decided.jsonObject().isEmpty()
                && Attempt.in(decided).stream().anyMatch(attempt -> attempt.whose() == Whose.ACCESS_KEY);
        List<String> bare = !isForm
                ? List.of()
                : RAW_PADDING
                        .matcher(decided.text())
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        return bare.isEmpty()
                ? Optional.empty()
                : Optional.of("the = at the end of " + String.join(" and ", bare) + " are not encoded");
    }
}
