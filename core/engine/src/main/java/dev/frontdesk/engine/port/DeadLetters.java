package dev.frontdesk.engine.port;

import dev.frontdesk.engine.model.DeadLetter;
import java.util.List;
import java.util.Optional;

/** What could not be taken, for operators. */
public interface DeadLetters {

    List<DeadLetter> list(int limit);

    Optional<DeadLetter> get(long id);

    /** Marks it as driven again; false when it was already, or is not there. */
    boolean redriven(long id, long at);

    long count();
}
