/**
 * Settings as people write them in JSON, read strictly onto the model: for the configuration file and for the control
 * API. Whatever is wrong is told with source, line, key, value (unless it is a secret) and what is allowed. Start at
 * {@link io.github.cxoneauthstub.settings.JsonSource}, which reads a text, then at
 * {@link io.github.cxoneauthstub.settings.Fields}, one object of it; the {@code ...Settings} say what each object
 * means. It knows the model and nothing else.
 */
@NullMarked
package io.github.cxoneauthstub.settings;

import org.jspecify.annotations.NullMarked;
