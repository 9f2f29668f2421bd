package dev.frontdesk.channel.email.mime;

import java.util.Map;

/** Names that attachments are shown and saved under, whatever their senders called them. */
final class FileNames {
    private static final int LONGEST = 150;
    private static final int LONGEST_ENDING = 10;
    private static final Map<String, String> USUAL = Map.of(
            "text/calendar", "invite.ics",
            "application/ms-tnef", "winmail.dat",
            "application/vnd.ms-tnef", "winmail.dat",
            "application/pgp-signature", "signature.asc",
            "application/pgp-encrypted", "version.asc",
            "application/pkcs7-signature", "smime.p7s",
            "application/x-pkcs7-signature", "smime.p7s",
            "application/pkcs7-mime", "smime.p7m",
            "application/x-pkcs7-mime", "smime.p7m",
            "message/delivery-status", "delivery-status.txt");
    private static final Map<String, String> ENDINGS = Map.of(
            "jpeg",
            "jpg",
            "plain",
            "txt",
            "svg+xml",
            "svg",
            "octet-stream",
            "bin",
            "x-zip-compressed",
            "zip",
            "rfc822",
            "eml",
            "global",
            "eml",
            "rfc822-headers",
            "txt",
            "quicktime",
            "mov",
            "vcard",
            "vcf");

    private FileNames() {}

    static String of(Part part, int number) {
        var given = part.disposition()
                .parameter("filename")
                .or(() -> part.type().parameter("name"))
                .orElse("");
        var safe = safe(given);
        if (!safe.isEmpty()) {
            return safe;
        }
        if (part.kind() == Part.Kind.MESSAGE || part.type().name().equals("message/rfc822")) {
            var subject = part.parts().isEmpty()
                    ? ""
                    : part.parts().getFirst().headers().text("Subject").orElse("");
            var name = safe(subject.replace('/', ' ').replace('\\', ' '));
            return (name.isEmpty() ? "mail-" + number : name) + ".eml";
        }
        var usual = USUAL.get(part.type().name());
        return usual == null ? "file-" + number + "." + ending(part.type()) : usual;
    }

    /** Without folders, without what no file system or no eye can take; empty when nothing is left. */
    static String safe(String given) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var safe = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF || ":*?\"<>|".indexOf(c) >= 0) {
                safe.append('_');
            } else if (!Invisible.is(c)) {
                safe.appendCodePoint(c);
            }
        });
        var bare = bare(safe.toString().strip());
        return bare.codePointCount(0, bare.length()) <= LONGEST ? bare : cut(bare);
    }

    /** No hidden file, and none whose last dots a system drops. */
    private static String bare(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && name.charAt(from) == '.') {
            from++;
        }
        while (to > from && ". ".indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to);
    }

    /** The ending says what a file is, so it stays. */
    private static String cut(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - LONGEST_ENDING)) + ending;
    }

    private static String ending(MediaType type) {
        var ending = ENDINGS.getOrDefault(type.subtype(), type.subtype());
        return ending.length() <= LONGEST_ENDING && ending.chars().allMatch(Character::isLetterOrDigit)
                ? ending
                : "bin";
    }
}
