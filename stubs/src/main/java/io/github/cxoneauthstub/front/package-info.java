/**
 * The HTTP server that carries WireMock's engine in place of its Jetty: the only package that touches the wire.
 *
 * <p>Start reading at {@link io.github.cxoneauthstub.front.Front}, then {@code Connection}: one client, its requests
 * one after the other. {@code RequestReader} turns bytes into a {@link io.github.cxoneauthstub.front.WireRequest} with
 * the codec of Apache HttpComponents Core, {@code Answering} puts it to the engine, {@code ResponseWriter} writes the
 * answer.
 */
@NullMarked
package io.github.cxoneauthstub.front;

import org.jspecify.annotations.NullMarked;
