package io.github.cxoneauthstub.samples.benchmarks.micro;

import io.github.cxoneauthstub.CxoneAuthPool;
import io.github.cxoneauthstub.Lease;
import io.github.cxoneauthstub.auth.Configuration;
import io.github.cxoneauthstub.auth.client.Client;
import io.github.cxoneauthstub.samples.benchmarks.client.Connection;
import io.github.cxoneauthstub.samples.benchmarks.client.TokenRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** A process of its own: how many threads and ports a thousand leases take after the first one. */
final class LeaseCosts {
    private static final int LEASES = 1_000;

    private static final Configuration CONFIGURATION = Configuration.builder()
            .client(Client.of(TokenRequest.ID, TokenRequest.SECRET))
            .build();

    private LeaseCosts() {}

    /** Prints both numbers. */
    public static void main(String[] args) throws IOException {
        Set<Integer> ports = new HashSet<>();
        try (CxoneAuthPool pool = new CxoneAuthPool()) {
            ports.add(lease(pool));
            long before = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
            for (int i = 0; i < LEASES; i++) {
                ports.add(lease(pool));
            }
            long started = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount() - before;
            System.out.println("leases=" + LEASES + " threads=" + started + " ports=" + (ports.size() - 1));
        }
    }

    private static int lease(CxoneAuthPool pool) throws IOException {
        try (Lease lease = pool.lease(CONFIGURATION)) {
            URI uri = lease.auth().tokenUri();
            try (Connection connection = new Connection(uri.getPort())) {
                int status = connection.exchange(TokenRequest.bytes(uri.getPath(), uri.getPort()));
                if (status != 200) {
                    throw new IOException("no token: status " + status);
                }
            }
            return uri.getPort();
        }
    }
}
