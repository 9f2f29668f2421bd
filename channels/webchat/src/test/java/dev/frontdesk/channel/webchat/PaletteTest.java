package dev.frontdesk.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void text_can_be_read_whatever_colour_the_operator_likes() {
        for (var colour :
                List.of("3157d5", "ffffff", "000000", "ffcc00", "7f7f7f", "00ff00", "ff0000", "0000ff", "767676")) {
            var palette = Palette.of(colour);
            assertThat(contrast(palette.onAccent(), palette.accent()))
                    .as(colour)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(palette.lightText(), "#ffffff")).as(colour).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(palette.darkText(), "#17181b")).as(colour).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void a_colour_that_can_be_read_stays_as_it_is() {
        assertThat(Palette.of("3157d5").lightText()).isEqualTo("#3157d5");
    }

    private static double contrast(String one, String other) {
        return Palette.contrast(HexFormat.fromHexDigits(one.substring(1)), HexFormat.fromHexDigits(other.substring(1)));
    }
}
