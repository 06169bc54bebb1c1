package io.github.cxoneauthstub.samples.benchmarks.server;

import io.github.cxoneauthstub.CxoneAuth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A process of its own: a server under load from outside, which tells its own size when it is asked. */
final class Serve {
    private Serve() {}

    /**
     * Prints where it listens, then answers {@code size} with the live heap, the resident set and the threads; ends at
     * the end of its input.
     *
     * @param args the contestant's name, or {@code guarded} for the stub with a resource behind a guard
     */
    public static void main(String[] args) throws IOException {
        URI tokenUri = args[0].equals("guarded")
                ? guarded()
                : Contestant.named(args[0]).start().tokenUri();
        System.out.println("port=" + tokenUri.getPort() + " path=" + tokenUri.getPath());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String asked = in.readLine(); asked != null; asked = in.readLine()) {
            long resident = Self.residentKilobytes();
            System.out.println("rss=" + resident + " heap=" + liveHeapKilobytes() + " threads="
                    + ManagementFactory.getThreadMXBean().getThreadCount());
        }
        System.exit(0);
    }

    private static URI guarded() {
        CxoneAuth auth = Cxone.started();
        auth.api().get("/api/v2/users/me").requires("user:read").answers("{\"id\":\"42\"}");
        return auth.tokenUri();
    }

    private static long liveHeapKilobytes() {
        // the second one collects what the first one's finalizers and cleaners let go
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
    }
}
