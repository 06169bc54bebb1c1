package io.github.cxoneauthstub.samples.benchmarks.server;

import io.github.cxoneauthstub.samples.benchmarks.client.JdkClient;
import io.github.cxoneauthstub.samples.benchmarks.client.SocketClient;
import io.github.cxoneauthstub.samples.benchmarks.client.TokenClient;
import java.io.IOException;

/**
 * A process of its own: how long from {@code main} to the first token, and to that of a second server in the same JVM.
 * What is measured of the harness itself is kept plain: no lambda, no joined strings.
 */
final class FirstToken {
    private FirstToken() {}

    /**
     * Prints milliseconds to the first and to the second token, and the resident kilobytes after the first.
     *
     * @param args the contestant's name, and {@code http} or {@code socket}
     */
    public static void main(String[] args) throws IOException {
        long begin = System.nanoTime();
        Contestant contestant = Contestant.named(args[0]);
        TokenClient client = args[1].equals("http") ? new JdkClient() : new SocketClient();
        String first = client.token(contestant.start().tokenUri());
        long one = System.nanoTime();
        String second = client.token(contestant.start().tokenUri());
        long two = System.nanoTime();
        check(first);
        check(second);
        System.out.println(
                "first=" + (one - begin) / 1e6 + " second=" + (two - one) / 1e6 + " rss=" + Self.residentKilobytes());
        // a server that is never closed keeps the JVM; only the tokens were asked for
        System.exit(0);
    }

    private static void check(String answer) {
        if (!answer.contains("\"access_token\"")) {
            throw new IllegalStateException("this is no answer with a token: " + answer.length() + " characters");
        }
    }
}
