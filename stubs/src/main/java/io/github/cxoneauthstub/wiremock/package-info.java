/**
 * WireMock's engine: a request comes in, an answer goes out, and the user's own stubs live beside the endpoints. No
 * decision is taken here. Start at {@link io.github.cxoneauthstub.wiremock.WireMockHost}.
 */
@NullMarked
package io.github.cxoneauthstub.wiremock;

import org.jspecify.annotations.NullMarked;
