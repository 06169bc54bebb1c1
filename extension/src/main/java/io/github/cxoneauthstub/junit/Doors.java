package io.github.cxoneauthstub.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asks all doors, in the order in which they win. */
final class Doors {
    private Doors() {}

    /**
     * What is said for a class or a test method.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if a door says something wrong
     */
    static Settings settings(ExtensionContext context) {
        List<Layer> nearestFirst = new ArrayList<>();
        context.getTestMethod()
                .flatMap(method -> AnnotatedLayer.on(method, ClassContext.name(context)))
                .map(Doors::ofMethod)
                .ifPresent(nearestFirst::add);
        ClassContext.chain(context).stream()
                .map(Doors::annotation)
                .flatMap(Optional::stream)
                .forEach(nearestFirst::add);
        Registered.in(context)
                .nearestFirst()
                .forEach(extension -> extension.layer().ifPresent(nearestFirst::add));
        nearestFirst.add(ParameterLayer.of(context));
        return Settings.of(nearestFirst, file(nearestFirst, context));
    }

    /** The farthest door: what the nearest of the others names. */
    private static Optional<ConfigFile> file(List<Layer> nearestFirst, ExtensionContext context) {
        return nearestFirst.stream()
                .flatMap(layer -> layer.config().map(name -> ConfigFile.read(name, layer.door(), context)).stream())
                .findFirst();
    }

    /** What starts a framework does so for a class: a method comes too late. */
    private static Layer ofMethod(Layer layer) {
        layer.properties().ifPresent(prefix -> {
            throw layer.door()
                    .fault(
                            "properties",
                            "'" + prefix.value() + "' is of no use on a method: a framework is started for the class,"
                                    + " so write it there");
        });
        return layer;
    }

    private static Optional<Layer> annotation(ExtensionContext type) {
        return AnnotatedLayer.on(type.getRequiredTestClass(), ClassContext.name(type));
    }
}
