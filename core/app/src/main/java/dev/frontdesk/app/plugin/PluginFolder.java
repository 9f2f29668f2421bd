package dev.frontdesk.app.plugin;

import dev.frontdesk.api.FrontdeskPlugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Outsiders' plugins: {@code <data>/plugins/<id>/*.jar}, each jar pinned in {@code <data>/plugins.lock}. */
public final class PluginFolder {
    private static final String API = "1";

    private final Path folder;
    private final Path lock;

    public PluginFolder(Path data) {
        this.folder = data.resolve("plugins");
        this.lock = data.resolve("plugins.lock");
    }

    /** Loads every plugin that is there; throws {@link PluginException} when one is not what was agreed to. */
    public List<Plugin> load() {
        var pins = PluginLock.read(lock);
        var plugins = new ArrayList<Plugin>();
        try {
            for (var home : homes()) {
                plugins.addAll(load(home, pins));
            }
        } catch (IOException e) {
            throw new PluginException("the plugins in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return List.copyOf(plugins);
    }

    /** The ids of the plugins that are there. */
    public List<String> ids() throws IOException {
        return homes().stream().map(home -> home.getFileName().toString()).toList();
    }

    /** Every file there is, pins and jars, by its path in the data folder. */
    public Map<String, Path> files() throws IOException {
        var files = new LinkedHashMap<String, Path>();
        if (Files.exists(lock)) {
            files.put(lock.getFileName().toString(), lock);
        }
        for (var home : homes()) {
            for (var jar : jars(home)) {
                files.put(folder.getFileName() + "/" + home.getFileName() + "/" + jar.getFileName(), jar);
            }
        }
        return files;
    }

    /** Copies a jar and the libraries it comes with, and pins them as they are now; answers the plugin's id. */
    public String add(Path jar, List<Path> libraries) throws IOException {
        checkManifest(jar);
        var id = id(jar);
        var home = Files.createDirectories(folder.resolve(id));
        var jars = Stream.concat(Stream.of(jar), libraries.stream()).toList();
        var pins = PluginLock.read(lock);
        pins.release(id);
        for (var old : jars(home)) {
            if (jars.stream()
                    .noneMatch(kept -> kept.toAbsolutePath()
                            .normalize()
                            .equals(old.toAbsolutePath().normalize()))) {
                Files.delete(old);
            }
        }
        for (var one : jars) {
            var copy = home.resolve(one.getFileName().toString());
            if (!one.toAbsolutePath().normalize().equals(copy.toAbsolutePath().normalize())) {
                Files.copy(one, copy);
            }
            pins.pin(id + "/" + one.getFileName(), PluginLock.sha256(copy));
        }
        pins.write();
        return id;
    }

    /** Answers false when there is no such plugin. */
    public boolean remove(String id) throws IOException {
        var home = homes().stream().filter(one -> one.endsWith(id)).findFirst();
        if (home.isEmpty()) {
            return false;
        }
        for (var jar : jars(home.get())) {
            Files.delete(jar);
        }
        Files.delete(home.get());
        var pins = PluginLock.read(lock);
        pins.release(id);
        pins.write();
        return true;
    }

    /** {@code good-weather-1.2.jar} is {@code good-weather}. A jar that lies in its folder already keeps the folder's name. */
    private String id(Path jar) {
        var above = jar.toAbsolutePath().normalize().getParent();
        if (above != null && folder.toAbsolutePath().normalize().equals(above.getParent())) {
            return above.getFileName().toString();
        }
        var name = jar.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        return name.replaceFirst("\\.jar$", "").replaceFirst("-\\d.*$", "").replaceAll("[^a-z0-9-]", "-");
    }

    private List<Path> homes() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> jars(Path home) throws IOException {
        try (var entries = Files.list(home)) {
            return entries.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private List<Plugin> load(Path home, PluginLock pins) throws IOException {
        var id = home.getFileName().toString();
        refuseOpenToAll(folder);
        refuseOpenToAll(home);
        refuseOpenToAll(lock);
        var jars = jars(home);
        var urls = new ArrayList<URL>();
        boolean marked = false;
        for (var jar : jars) {
            refuseOpenToAll(jar);
            pins.check(id + "/" + jar.getFileName(), jar);
            marked |= hasEntry(jar);
            urls.add(url(jar));
        }
        if (!marked) {
            throw new PluginException("the folder " + home + " holds no plugin: no jar in it names a "
                    + FrontdeskPlugin.class.getName() + ". Remove it with: frontdesk plugin remove " + id);
        }
        for (var jar : jars) {
            if (hasEntry(jar)) {
                checkManifest(jar);
            }
        }
        var loader = new ApiClassLoader(id, urls, PluginFolder.class.getClassLoader());
        return entries(id, loader);
    }

    private static List<Plugin> entries(String id, ClassLoader loader) {
        try {
            return ServiceLoader.load(FrontdeskPlugin.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .map(entry -> new Plugin(id, entry, "plugins/" + id))
                    .toList();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new PluginException(
                    "plugin '" + id + "' cannot be loaded: " + e.getMessage()
                            + ". A plugin sees only the API, jakarta.inject and slf4j; other libraries belong into its folder",
                    e);
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    private static boolean hasEntry(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.getEntry("META-INF/services/" + FrontdeskPlugin.class.getName()) != null;
        }
    }

    private static void checkManifest(Path jar) throws IOException {
        if (!hasEntry(jar)) {
            throw new PluginException(
                    jar + " is no plugin: it has no META-INF/services/" + FrontdeskPlugin.class.getName());
        }
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var api = manifest == null ? null : manifest.getMainAttributes().getValue("Frontdesk-Api");
            if (!API.equals(api)) {
                throw new PluginException(jar + " says " + (api == null ? "no Frontdesk-Api" : "Frontdesk-Api: " + api)
                        + " in its manifest; this Frontdesk needs Frontdesk-Api: " + API);
            }
        }
    }

    private static void refuseOpenToAll(Path path) throws IOException {
        if (Files.exists(path)
                && Files.getFileStore(path).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new PluginException("everybody on this machine may write to " + path
                    + ", so nothing is loaded from there and Frontdesk does not start. Correct it with: chmod o-w "
                    + path);
        }
    }
}
