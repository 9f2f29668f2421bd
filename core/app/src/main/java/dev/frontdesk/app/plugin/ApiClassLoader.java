package dev.frontdesk.app.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** Shows a plugin its own jars, the JDK and the API; no class of Frontdesk and none of another plugin. */
final class ApiClassLoader extends URLClassLoader {
    private static final List<String> SHARED =
            List.of("dev.frontdesk.api.", "jakarta.inject.", "org.slf4j.", "org.jspecify.annotations.");

    private final ClassLoader frontdesk;

    ApiClassLoader(String plugin, List<URL> jars, ClassLoader frontdesk) {
        super("plugin " + plugin, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.frontdesk = frontdesk;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return SHARED.stream().anyMatch(name::startsWith) ? frontdesk.loadClass(name) : super.loadClass(name, resolve);
    }
}
