package dev.frontdesk.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a settings record. The key in the file is the component's name in kebab case
 * ({@code pollTimeout} is {@code poll-timeout}).
 *
 * <p>Types that bind: {@code String}, {@code boolean}, {@code int}, {@code long}, {@code double}, {@link java.math.BigDecimal},
 * {@link java.time.Duration} ({@code 30m}), {@link java.net.URI}, {@link java.util.Locale}, {@link java.time.ZoneId}, enums (kebab case), {@link Secret},
 * {@link Regex}, {@link Condition}, {@link Template}, {@link Value}, {@link dev.frontdesk.api.enrich.Intents}, other records, {@code List}, {@code Set} and
 * {@code Map<String, …>} of these, and {@code Optional} of any of them. An {@code Optional}, {@code List}, {@code Set} or {@code Map} may be absent; anything
 * else without a {@link #value() default} is required.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** The default, written as in the file. Empty: no default, the key is required. */
    String value() default "";

    /** One sentence for the reference: what the operator decides with this key. */
    String doc();

    /**
     * True for the one component that takes a scalar written directly behind the step's type key:
     * {@code send = "Hello"} binds {@code "Hello"} to it, the keys beside it are the other settings.
     */
    boolean shorthand() default false;

    /** True when the value names a step of the same workflow; the check reports a name that is not there. */
    boolean step() default false;
}
