package dev.frontdesk.channel.email;

/**
 * How far an IMAP folder was read.
 *
 * @param validity the folder's UIDVALIDITY: under another one no number means anything
 * @param uid the last one that is stored
 * @param date when the newest of them arrived, in epoch milliseconds: where to begin when all numbers are void
 */
record Progress(long validity, long uid, long date) {

    String written() {
        return validity + ":" + uid + ":" + date;
    }

    static Progress read(String text) {
        String[] pieces = text.split(":", -1);
        return new Progress(Long.parseLong(pieces[0]), Long.parseLong(pieces[1]), Long.parseLong(pieces[2]));
    }
}
