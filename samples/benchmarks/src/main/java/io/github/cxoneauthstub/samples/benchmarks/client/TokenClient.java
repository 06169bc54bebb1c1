package io.github.cxoneauthstub.samples.benchmarks.client;

import java.io.IOException;
import java.net.URI;

/** Asks for one token. */
public interface TokenClient {

    /** The body of the answer, which has status 200. */
    String token(URI tokenUri) throws IOException;
}
