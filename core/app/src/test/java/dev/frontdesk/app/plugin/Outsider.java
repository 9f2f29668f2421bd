package dev.frontdesk.app.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Somebody who writes a plugin: compiles a source against this class path and packs a jar. */
public final class Outsider {
    private final Path desk;

    public Outsider(Path desk) {
        this.desk = desk;
    }

    /** @param api what the manifest says; empty for no such line */
    public Path jar(String file, String api, String source) throws IOException {
        var name = source.replaceFirst("(?s).*?public (?:final )?class (\\w+).*", "$1");
        var work = Files.createDirectories(desk.resolve(file + "-work"));
        var java = Files.writeString(work.resolve(name + ".java"), source);
        var classes = Files.createDirectories(work.resolve("classes"));
        compile(classes, List.of(java));
        return pack(desk.resolve(file), classes, api, name);
    }

    public static void compile(Path classes, List<Path> sources) {
        var options = new ArrayList<>(
                List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")));
        sources.forEach(source -> options.add(source.toString()));
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError(sources + " does not compile");
        }
    }

    public static Path pack(Path jar, Path classes, String api, String entry) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!api.isEmpty()) {
            manifest.getMainAttributes().put(new Attributes.Name("Frontdesk-Api"), api);
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> add(out, classes.relativize(file).toString(), file));
            if (!entry.isEmpty()) {
                out.putNextEntry(new JarEntry("META-INF/services/dev.frontdesk.api.FrontdeskPlugin"));
                out.write(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static void add(JarOutputStream out, String name, Path file) {
        try {
            out.putNextEntry(new JarEntry(name.replace('\\', '/')));
            Files.copy(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
