package dev.frontdesk.app.admin;

import dev.frontdesk.engine.port.Accounts;
import dev.frontdesk.engine.port.Directory;
import dev.frontdesk.web.auth.Links;
import java.util.Optional;
import java.util.function.Supplier;

/** Links with which somebody signs in once and sets a password, as whole addresses. */
public final class OneTimeLinks {
    private final Links links;
    private final Accounts accounts;
    private final Supplier<String> site;

    /** @param site the address people use, without a slash at its end */
    public OneTimeLinks(Links links, Accounts accounts, Supplier<String> site) {
        this.links = links;
        this.accounts = accounts;
        this.site = site;
    }

    public String issue(String agent) {
        return site.get() + links.issue(agent);
    }

    /** The very first sign-in: a link for an administrator while nobody has a password yet. */
    public Optional<String> first(Directory directory) {
        return accounts.anyPassword()
                ? Optional.empty()
                : directory.agents().stream()
                        .filter(agent -> agent.enabled() && agent.role().equals("admin"))
                        .findFirst()
                        .map(agent -> issue(agent.id()));
    }
}
