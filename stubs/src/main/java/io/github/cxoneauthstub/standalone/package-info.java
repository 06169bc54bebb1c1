/**
 * The server as a program of its own, for clients in any language: {@link io.github.cxoneauthstub.standalone.Main}
 * reads the command line, starts a {@link io.github.cxoneauthstub.CxoneAuth} and waits.
 */
@NullMarked
package io.github.cxoneauthstub.standalone;

import org.jspecify.annotations.NullMarked;
