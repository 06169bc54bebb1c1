package io.github.cxoneauthstub.auth;

import io.github.cxoneauthstub.auth.request.Header;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the requests of each token in each minute of the virtual clock, as Genesys Cloud tells of them. It refuses
 * nobody. Safe for use by several threads.
 */
final class RequestRate {
    /** {@code token.rate.per.minute} of Genesys Cloud's public list of limits. */
    private static final int ALLOWED = 300;

    private static final int MINUTE = 60;
    private static final int MOST = 1_000;

    private final Map<String, Window> windows;

    RequestRate() {
        this(Map.of());
    }

    private RequestRate(Map<String, Window> windows) {
        this.windows = new LinkedHashMap<>(windows);
    }

    /** One that goes on from these counts. */
    synchronized RequestRate fork() {
        return new RequestRate(windows);
    }

    /**
     * The requests of one token.
     *
     * @param minute which minute since 1970
     * @param count how many there were in it
     * @param reset seconds until the next minute
     */
    record Window(long minute, int count, long reset) {
        /** As the answer tells it. */
        List<Header> headers() {
            return List.of(
                    new Header("inin-ratelimit-count", String.valueOf(count)),
                    new Header("inin-ratelimit-allowed", String.valueOf(ALLOWED)),
                    new Header("inin-ratelimit-reset", String.valueOf(reset)));
        }
    }

    /** Counts one more. */
    synchronized Window count(String tokenId, Instant now) {
        long minute = Math.floorDiv(now.getEpochSecond(), MINUTE);
        Window before = windows.get(tokenId);
        int count = before == null || before.minute() != minute ? 1 : before.count() + 1;
        Window window = new Window(minute, count, MINUTE - Math.floorMod(now.getEpochSecond(), MINUTE));
        windows.put(tokenId, window);
        if (windows.size() > MOST) {
            windows.remove(windows.keySet().iterator().next());
        }
        return window;
    }
}
