/**
 * The dialects as data: a {@link io.github.cxoneauthstub.auth.profile.Profile} says, for each
 * {@link io.github.cxoneauthstub.auth.profile.Reason}, what the wire answers and how we know. Start at
 * {@link io.github.cxoneauthstub.auth.profile.Profiles}.
 */
@NullMarked
package io.github.cxoneauthstub.auth.profile;

import org.jspecify.annotations.NullMarked;
