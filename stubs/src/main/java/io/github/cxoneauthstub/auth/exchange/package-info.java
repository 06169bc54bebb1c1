/**
 * What happened on the wire, for the tester: the whole truth of each request except its secrets. Start at
 * {@link io.github.cxoneauthstub.auth.exchange.Exchange}.
 */
@NullMarked
package io.github.cxoneauthstub.auth.exchange;

import org.jspecify.annotations.NullMarked;
