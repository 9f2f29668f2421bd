package dev.frontdesk.bench;

import dev.frontdesk.api.Contributions;
import dev.frontdesk.api.FrontdeskPlugin;
import dev.frontdesk.api.Setting;
import dev.frontdesk.api.workflow.Shape;
import dev.frontdesk.api.workflow.Step;
import dev.frontdesk.api.workflow.StepContext;
import dev.frontdesk.api.workflow.StepOutcome;
import dev.frontdesk.app.plugin.PluginFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An outsider's plugin whose steps do what no step may do. */
public final class Misbehaving implements FrontdeskPlugin {
    @Override
    public void contribute(Contributions to) {
        to.step("misbehave", How.class, Throws.class);
        to.step("hang", Nothing.class, Hangs.class);
    }

    /** Packs these classes as their author would, and installs the jar. */
    static void install(Path data) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Frontdesk-Api"), "1");
        Path jar = data.resolveSibling("misbehaving.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var type : List.of(Misbehaving.class, How.class, Nothing.class, Throws.class, Hangs.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream bytes = type.getResourceAsStream("/" + name)) {
                    if (bytes == null) {
                        throw new IOException("no class file of " + type);
                    }
                    bytes.transferTo(out);
                }
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + FrontdeskPlugin.class.getName()));
            out.write(Misbehaving.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        new PluginFolder(data).add(jar, List.of());
    }

    record How(
            @Setting(shorthand = true, doc = "What it does: throw an exception, or break with an error.")
            String what) {}

    record Nothing() {}

    static final class Throws implements Step<How> {
        @Override
        public Shape shape(How settings) {
            return Shape.plain();
        }

        @Override
        public StepOutcome run(How settings, StepContext now) {
            if (settings.what().equals("break")) {
                throw new AssertionError("not even an exception");
            }
            throw new IllegalStateException("this step always fails");
        }
    }

    static final class Hangs implements Step<Nothing> {
        @Override
        public Shape shape(Nothing settings) {
            return Shape.plain();
        }

        @Override
        public StepOutcome run(Nothing settings, StepContext now) {
            while (now.facts().text("text").equals("hang")) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("the text has changed");
        }
    }
}
