package dev.frontdesk.api.channel;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a message says. Not sealed: later versions add kinds, so a reader needs a {@code default} that uses
 * {@link #plainText()}, which every kind has.
 */
public interface Content {

    /** The {@link #kind()} of {@link Text}. */
    String TEXT = "text";

    /** The {@link #kind()} of {@link Rich}. */
    String RICH = "rich";

    /** The {@link #kind()} of {@link Choice}. */
    String CHOICE = "choice";

    /** The {@link #kind()} of {@link Picked}. */
    String PICKED = "picked";

    /** A {@link #kind()} of {@link Media}: a still picture. */
    String IMAGE = "image";

    /** A {@link #kind()} of {@link Media}: a moving picture with sound. */
    String VIDEO = "video";

    /** A {@link #kind()} of {@link Media}: a short round or silent clip that plays by itself. */
    String ANIMATION = "animation";

    /** A {@link #kind()} of {@link Media}: music or another recording. */
    String AUDIO = "audio";

    /** A {@link #kind()} of {@link Media}: spoken into the device. */
    String VOICE = "voice";

    /** A {@link #kind()} of {@link Media}: any other file. */
    String DOCUMENT = "document";

    /** A {@link #kind()} of {@link Media}: a sticker. */
    String STICKER = "sticker";

    /** The {@link #kind()} of {@link Album}. */
    String ALBUM = "album";

    /** The {@link #kind()} of {@link Location}. */
    String LOCATION = "location";

    /** The {@link #kind()} of {@link Card}. */
    String CARD = "card";

    /** The {@link #kind()} of {@link Preset}. */
    String PRESET = "preset";

    /** The {@link #kind()} of {@link Unsupported}. */
    String UNSUPPORTED = "unsupported";

    /** The kind, as in {@link Capabilities#contentKinds()}. */
    String kind();

    /** What a person sees where nothing but text can be shown. */
    String plainText();

    /** The files it carries, in their order. A {@link Remote} one is fetched by the core's durable job, whatever the kind. */
    default List<File> files() {
        return List.of();
    }

    /** Plain text. */
    record Text(String plainText) implements Content {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(plainText);
        }

        @Override
        public String kind() {
            return TEXT;
        }
    }

    /**
     * A letter: what somebody wrote, and how it looked. Channels that carry no markup send the plain text.
     *
     * @param plainText what they wrote now, without what they quote and without their signature
     * @param html the whole of it as it came, unchecked: nobody may show it without cleaning it first; empty for none. An image
     *     {@code cid:0} inside is the first of the {@link #files()}, and so on
     * @param original the whole of it as text, quotes and all; empty where {@code plainText} is all of it
     */
    record Rich(String plainText, String html, String original, List<File> files) implements Content {
        /** Copies the files. */
        public Rich {
            Objects.requireNonNull(plainText);
            Objects.requireNonNull(html);
            Objects.requireNonNull(original);
            files = List.copyOf(files);
        }

        /** A text and how it looks, with nothing quoted and no file. */
        public Rich(String plainText, String html) {
            this(plainText, html, "", List.of());
        }

        @Override
        public String kind() {
            return RICH;
        }
    }

    /** A text with options to press. */
    record Choice(String plainText, List<Option> options) implements Content {
        /** Copies the options. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return CHOICE;
        }
    }

    /**
     * One option of a {@link Choice}.
     *
     * @param token what comes back in {@link Picked}: at most 64 bytes, bound to the run that asked
     * @param label what the person sees
     */
    record Option(String token, String label) {}

    /** A pressed option, inbound only. A press of an option nobody waits for counts as its plain text. */
    record Picked(String token, String plainText) implements Content {
        @Override
        public String kind() {
            return PICKED;
        }
    }

    /**
     * One file with its caption.
     *
     * @param kind one of the media kinds above, or the provider's own word for another
     * @param plainText the caption, may be empty
     */
    record Media(String kind, File file, String plainText) implements Content {
        /** Refuses null. */
        public Media {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(file);
            Objects.requireNonNull(plainText);
        }

        @Override
        public List<File> files() {
            return List.of(file);
        }
    }

    /**
     * Several files that are sent as one; outbound only. What comes in as one is a message for each file, with
     * {@link Details#album()} in common. See {@link Capabilities#album()} for what goes together.
     *
     * @param parts at least two, each with its caption
     */
    record Album(List<Media> parts) implements Content {
        /** Copies the parts. */
        public Album {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("an album has at least two files, not " + parts.size());
            }
        }

        @Override
        public String kind() {
            return ALBUM;
        }

        /** The captions, each in a line of its own. */
        @Override
        public String plainText() {
            return parts.stream()
                    .map(Media::plainText)
                    .filter(caption -> !caption.isBlank())
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public List<File> files() {
            return parts.stream().map(Media::file).toList();
        }
    }

    /**
     * A place.
     *
     * @param latitude in degrees, north is positive (WGS 84)
     * @param longitude in degrees, east is positive
     * @param plainText its name and address, as far as they are known
     */
    record Location(double latitude, double longitude, String plainText) implements Content {
        @Override
        public String kind() {
            return LOCATION;
        }
    }

    /**
     * Somebody's contact card, not necessarily the sender's.
     *
     * @param phones as written on the card
     */
    record Card(String name, List<String> phones, String plainText) implements Content {
        /** Copies the numbers. */
        public Card {
            phones = List.copyOf(phones);
        }

        @Override
        public String kind() {
            return CARD;
        }
    }

    /**
     * A form that the provider has approved, filled in; outbound only. See {@link Channel#presets()}.
     *
     * @param name the provider's name of the form
     * @param language the form's language
     * @param values what goes into its blanks, by {@link PresetForm#blanks() their names}
     * @param media the file in its head, where the form has one
     * @param plainText the filled-in text, for the thread
     */
    record Preset(String name, Locale language, Map<String, String> values, Optional<File> media, String plainText)
            implements Content {
        /** Copies the values. */
        public Preset {
            values = Map.copyOf(values);
        }

        @Override
        public String kind() {
            return PRESET;
        }

        @Override
        public List<File> files() {
            return media.stream().toList();
        }
    }

    /** A file of a message. Its name and type are hearsay: shown, never trusted, never a path. */
    sealed interface File {
        /** As the sender named it; may be empty, may hold anything. */
        String name();

        /** As the sender or provider declared it, {@code type/subtype}; may be empty. */
        String mediaType();

        /** In bytes; -1 when unknown. */
        long size();
    }

    /**
     * A file that Frontdesk has.
     *
     * @param sha256 of its bytes, 64 hexadecimal digits in lower case; see {@link Attachments#open}
     */
    record Stored(String sha256, String name, String mediaType, long size) implements File {}

    /**
     * A file that the provider still has.
     *
     * @param handle by which {@link Channel#fetch} finds it; must hold no secret, at most 1,000 characters
     * @param expires when the provider forgets it; empty when it does not say
     */
    record Remote(String handle, Optional<Instant> expires, String name, String mediaType, long size) implements File {}

    /** Something the channel knows nothing of: stored and shown as such. {@code what} is the provider's own word for it. */
    record Unsupported(String what, String plainText) implements Content {
        @Override
        public String kind() {
            return UNSUPPORTED;
        }
    }

    /** A text. */
    static Content text(String text) {
        return new Text(text);
    }
}
