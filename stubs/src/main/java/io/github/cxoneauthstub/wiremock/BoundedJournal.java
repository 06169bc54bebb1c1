package io.github.cxoneauthstub.wiremock;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.InMemoryRequestJournalStore;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Objects;

/**
 * WireMock's journal of requests, bounded in bytes too: WireMock counts entries only, and each may have a body of
 * megabytes. The newest one is always kept.
 */
final class BoundedJournal extends InMemoryRequestJournalStore {
    static final long MOST_BYTES = 16L << 20;

    /** WireMock's stores with this journal among them. */
    static DefaultStores stores(FileSource files) {
        return new DefaultStores(files) {
            private final RequestJournalStore journal = new BoundedJournal();

            @Override
            public RequestJournalStore getRequestJournalStore() {
                return journal;
            }
        };
    }

    @Override
    public void add(ServeEvent event) {
        super.add(event);
        while (bytes() > MOST_BYTES && getAllKeys().count() > 1) {
            removeLast();
        }
    }

    private long bytes() {
        return getAll().filter(Objects::nonNull)
                .mapToLong(event -> event.getRequest().getBody().length)
                .sum();
    }
}
