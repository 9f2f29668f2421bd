package dev.frontdesk.engine.port;

import dev.frontdesk.engine.model.DeadLetter;
import dev.frontdesk.engine.model.Notice;
import java.util.List;
import java.util.Optional;

/** What operators should see of what came in: what could not be taken, and what is about an account and nobody's message. */
public interface DeadLetters {

    List<DeadLetter> list(int limit);

    Optional<DeadLetter> get(long id);

    /** Marks it as driven again; false when it was already, or is not there. */
    boolean redriven(long id, long at);

    long count();

    /** The newest first. */
    List<Notice> notices(int limit);
}
