package dev.frontdesk.app.cli;

import dev.frontdesk.simulator.scenario.Theatre.Outcome;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML that build servers read. */
final class JunitXml {
    private JunitXml() {}

    static String of(List<Outcome> outcomes) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "frontdesk test");
            xml.writeAttribute("tests", Integer.toString(outcomes.size()));
            xml.writeAttribute(
                    "failures",
                    Long.toString(outcomes.stream()
                            .filter(one -> one.failure().isPresent())
                            .count()));
            xml.writeAttribute(
                    "time",
                    seconds(outcomes.stream()
                            .mapToLong(one -> one.took().toMillis())
                            .sum()));
            for (var outcome : outcomes) {
                write(xml, outcome);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", outcome.scenario().where().replaceFirst(":\\d+$", ""));
        xml.writeAttribute("name", clean(outcome.scenario().name()));
        xml.writeAttribute("time", seconds(outcome.took().toMillis()));
        var failure = outcome.failure();
        if (failure.isPresent()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean("expected " + failure.get().expected()));
            xml.writeCharacters(clean(TestReport.text(failure.get())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** XML has no words for most control characters. */
    private static String clean(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
