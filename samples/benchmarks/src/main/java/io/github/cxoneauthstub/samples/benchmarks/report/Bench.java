package io.github.cxoneauthstub.samples.benchmarks.report;

import java.nio.file.Path;

/**
 * What every section measures with.
 *
 * @param scale for how long
 * @param classPaths of the processes
 * @param launcher of the processes
 * @param scratch a directory for requests and keys
 */
record Bench(Scale scale, ClassPaths classPaths, Child.Launcher launcher, Path scratch) {}
