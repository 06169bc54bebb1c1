/**
 * The model: what a CXone authorization server is, what it decides and why. Plain Java: no HTTP library, no JSON, no
 * JWT, no WireMock. Start at {@link io.github.cxoneauthstub.auth.AuthorizationServer}, which shows the way of a
 * request, then at {@link io.github.cxoneauthstub.auth.TokenEndpoint}, which reads like the protocol.
 */
@NullMarked
package io.github.cxoneauthstub.auth;

import org.jspecify.annotations.NullMarked;
