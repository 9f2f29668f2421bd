package dev.frontdesk.plugin.example;

import dev.frontdesk.api.Secret;
import dev.frontdesk.api.Setting;
import java.net.URI;

/** The keys of a {@code hook} channel. */
public record HookSettings(
        @Setting(doc = "What callers of the hook must send in X-Hook-Secret; we send it along with our answers")
        Secret secret,

        @Setting(doc = "Where answers are posted to") URI url) {}
