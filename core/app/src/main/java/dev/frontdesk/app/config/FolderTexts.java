package dev.frontdesk.app.config;

import dev.frontdesk.api.service.ConfigTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The texts in the folders of a configuration folder. */
public final class FolderTexts implements ConfigTexts {
    private static final long LARGEST = 2L * 1024 * 1024;
    private static final long LARGEST_TOGETHER = 10 * LARGEST;

    private final Path config;

    public FolderTexts(Path config) {
        this.config = config;
    }

    @Override
    public Map<String, String> below(String folder) {
        if (!folder.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("'" + folder + "' is no name of a folder");
        }
        var within = config.resolve(folder);
        if (!Files.isDirectory(within)) {
            return Map.of();
        }
        try {
            return read(within, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder '" + folder + "' of the configuration cannot be read", e);
        }
    }

    private static Map<String, String> read(Path within, String folder) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        long together = 0;
        for (var file : files(within)) {
            var name = named(within.relativize(file));
            long size = Files.size(file);
            together += size;
            if (size > LARGEST || together > LARGEST_TOGETHER) {
                throw new IllegalArgumentException(
                        folder + "/" + name + " is too large: a file may have 2 MB, all in '" + folder + "' 20 MB");
            }
            try {
                texts.put(name, Files.readString(file));
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException(folder + "/" + name + " is no UTF-8 text", e);
            }
        }
        return texts;
    }

    private static List<Path> files(Path within) throws IOException {
        try (Stream<Path> files = Files.walk(within)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> parts(within.relativize(file)).noneMatch(part -> part.startsWith(".")))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> parts(Path path) {
        return StreamSupport.stream(path.spliterator(), false).map(Path::toString);
    }

    private static String named(Path path) {
        return String.join("/", parts(path).toList());
    }
}
