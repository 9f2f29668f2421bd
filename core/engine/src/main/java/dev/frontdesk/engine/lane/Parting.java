package dev.frontdesk.engine.lane;

import dev.frontdesk.api.Value;
import dev.frontdesk.engine.model.Head;
import dev.frontdesk.engine.model.Mail;
import dev.frontdesk.engine.model.MergeOrder;
import dev.frontdesk.engine.port.Transaction;
import java.util.List;
import java.util.Map;

/** What the two contacts are told when their merge is undone. */
final class Parting {
    private Parting() {}

    static Map<Long, List<Mail>> mail(MergeOrder order, Transaction.Parting parting, Head stays, long seq, long now) {
        var back = parting.back();
        var gone = Value.ofTexts(parting.gone().stream()
                .map(one -> one.channel() + ":" + one.external())
                .sorted()
                .toList());
        var left = told(back, order)
                .with("gone", gone)
                .with(
                        "channel",
                        Value.of(parting.left().map(one -> one.channel()).orElse("")))
                .with(
                        "identity",
                        Value.of(parting.left().map(one -> one.external()).orElse("")));
        return Map.of(
                stays.contact(), List.of(parted(stays, seq, left, now)),
                back.contact(), List.of(parted(back, seq, told(stays, order), now)));
    }

    private static Value.Fields told(Head other, MergeOrder order) {
        return Value.EMPTY
                .with("from", Value.of(Long.toString(other.contact())))
                .with("why", Value.of(order.reason()));
    }

    private static Mail parted(Head who, long seq, Value.Fields payload, long now) {
        return new Mail(who.contact(), who.part(), seq, Mail.Kind.PARTED, null, payload, now);
    }
}
