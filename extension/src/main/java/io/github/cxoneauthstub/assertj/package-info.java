/**
 * The AssertJ vocabulary for what a client did to the endpoint. Start reading at
 * {@link io.github.cxoneauthstub.assertj.CxoneAssertions}.
 */
@NullMarked
package io.github.cxoneauthstub.assertj;

import org.jspecify.annotations.NullMarked;
