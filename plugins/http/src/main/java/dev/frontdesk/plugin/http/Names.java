package dev.frontdesk.plugin.http;

/** Whether what is configured can be the name of something in a request or its answer. */
final class Names {
    private Names() {}

    static void checkPointer(String pointer) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException(
                    "'" + pointer + "' is no JSON pointer; it begins with / or is empty for the whole answer");
        }
    }

    static void checkHeader(String name) {
        boolean token = !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0);
        if (!token || Method.RESERVED_HEADERS.stream().anyMatch(name::equalsIgnoreCase)) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a header one may set");
        }
    }
}
