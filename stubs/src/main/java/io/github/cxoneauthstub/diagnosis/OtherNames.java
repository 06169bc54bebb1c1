package io.github.cxoneauthstub.diagnosis;

import io.github.cxoneauthstub.auth.Case;
import io.github.cxoneauthstub.auth.profile.Duty;
import io.github.cxoneauthstub.auth.profile.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that are there under the name that another endpoint has for them. */
final class OtherNames {
    private static final Names USER = new Names("username", "password");
    private static final Names KEY = new Names("accessKeyId", "accessKeySecret");
    private static final Names TOKEN = new Names("token");
    private static final Names REFRESH = new Names("refresh_token");
    private static final Names SUBJECT = new Names("subject_token");
    private static final Names ACCESS = new Names("accessToken");

    /** All that one thing is called, by the reason for which it is missed. */
    private static final Map<Reason, List<Names>> CALLED = Map.of(
            Reason.ACCESS_KEY_MISSING,
            List.of(USER, KEY, new Names("access_key_id", "access_key_secret")),
            Reason.REFRESH_TOKEN_MISSING,
            List.of(REFRESH, new Names("refreshToken"), TOKEN),
            Reason.SUBJECT_TOKEN_MISSING,
            List.of(SUBJECT, ACCESS, new Names("access_token"), TOKEN),
            Reason.TOKEN_PARAMETER_MISSING,
            List.of(TOKEN, new Names("access_token"), ACCESS, REFRESH));

    /** What belongs together. */
    private record Names(List<String> all) {
        Names(String... names) {
            this(List.of(names));
        }

        boolean areIn(Case decided) {
            return all.stream().allMatch(decided.parameters()::has);
        }

        @Override
        public String toString() {
            return String.join(" and ", all);
        }
    }

    private OtherNames() {}

    /** Under which names they are, and under which they should be. */
    static Optional<String> of(Case decided) {
        return decided.reason()
                .flatMap(reason -> CALLED.getOrDefault(reason, List.of()).stream()
                        .filter(names -> names.areIn(decided))
                        .findFirst()
                        .map(sent -> sent + "; here " + (sent.all().size() == 1 ? "it is" : "they are") + " called "
                                + here(reason, decided)));
    }

    private static Names here(Reason missed, Case decided) {
        boolean isByGrant = decided.duty().filter(Duty.TOKEN::equals).isPresent();
        return switch (missed) {
            case ACCESS_KEY_MISSING -> isByGrant ? USER : KEY;
            case REFRESH_TOKEN_MISSING -> isByGrant ? REFRESH : TOKEN;
            case SUBJECT_TOKEN_MISSING -> isByGrant ? SUBJECT : ACCESS;
            default -> TOKEN;
        };
    }
}
