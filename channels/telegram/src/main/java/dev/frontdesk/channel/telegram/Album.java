package dev.frontdesk.channel.telegram;

import dev.frontdesk.api.channel.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that go as one: pictures and films together, recordings together, and what Telegram would not show as such as documents. */
final class Album {
    private static final Map<String, String> TYPES =
            Map.of(Content.IMAGE, "photo", Content.VIDEO, "video", Content.AUDIO, "audio");

    private Album() {}

    static Optional<Form> of(Content.Album album) {
        var files = new ArrayList<Content.Stored>();
        for (var part : album.parts()) {
            if (!(part.file() instanceof Content.Stored file)) {
                return Optional.empty();
            }
            files.add(file);
        }
        var documents = form(album, files, false, Optional.empty());
        boolean shown = true;
        for (int n = 0; n < files.size(); n++) {
            var part = album.parts().get(n);
            shown &= TYPES.containsKey(part.kind()) && Form.fits(part.kind(), files.get(n), part.plainText());
        }
        long recordings = album.parts().stream()
                .filter(part -> part.kind().equals(Content.AUDIO))
                .count();
        boolean alike = recordings == 0 || recordings == files.size();
        return Optional.of(shown && alike ? form(album, files, true, Optional.of(documents)) : documents);
    }

    private static Form form(Content.Album album, List<Content.Stored> files, boolean shown, Optional<Form> otherwise) {
        var media = new ArrayList<Map<String, Object>>();
        var parts = new ArrayList<Form.Part>();
        for (int n = 0; n < files.size(); n++) {
            var part = album.parts().get(n);
            var name = "file" + n;
            var one = new LinkedHashMap<String, Object>();
            one.put("type", shown ? TYPES.getOrDefault(part.kind(), "document") : "document");
            one.put("media", "attach://" + name);
            if (!part.plainText().isEmpty()) {
                one.put("caption", part.plainText());
            }
            media.add(one);
            parts.add(new Form.Part(name, files.get(n)));
        }
        return new Form("sendMediaGroup", Map.of("media", media), List.copyOf(parts), otherwise);
    }
}
