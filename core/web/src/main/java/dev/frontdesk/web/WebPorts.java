package dev.frontdesk.web;

import dev.frontdesk.engine.desk.Desk;
import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.engine.port.EventLog;
import dev.frontdesk.engine.port.FileStore;
import dev.frontdesk.engine.port.InboxReads;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** What the web asks of the rest of the house. */
public record WebPorts(
        Accounts accounts,
        Directory directory,
        InboxReads inbox,
        EventLog events,
        Desk desk,
        FileStore files,
        InstantSource clock) {
    @Inject
    public WebPorts {}
}
