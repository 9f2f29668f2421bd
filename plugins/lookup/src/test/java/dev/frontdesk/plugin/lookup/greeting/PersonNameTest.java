package dev.frontdesk.plugin.lookup.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Anna Schmidt             | Anna       | Anna Schmidt
                    Dr. Anna Schmidt         | Anna       | Anna Schmidt
                    Prof. Dr. Max Planck     | Max        | Max Planck
                    Schmidt, Anna            | Anna       | Anna Schmidt
                    Anna Schmidt, PhD        | Anna       | Anna Schmidt
                    John Smith Jr.           | John       | John Smith
                    ANNA SCHMIDT             | Anna       | Anna Schmidt
                    anna-maria o'neil        | Anna-Maria | Anna-Maria O'Neil
                    Ronald McDonald          | Ronald     | Ronald McDonald
                    🔥Max🔥                  | Max        | Max
                    ✨ Мария ✨              | Мария      | Мария
                    Анна ~ доставка цветов   | Анна       | Анна
                    Olga (Berlin)            | Olga       | Olga
                    𝓐𝓷𝓷𝓪                     | Anna       | Anna
                    anna.s@mail              | Anna       | Anna S
                    ivan_petrov@example.com  | Ivan       | Ivan Petrov
                    @olga_k                  | Olga       | Olga K
                    Wangari Maathai          | Wangari    | Wangari Maathai
                    Žofie                    | Žofie      | Žofie
                    王小明                    | 王小明      | 王小明
                    Иванов Иван Петрович     | Иван       | Иван Петрович Иванов
                    Иван Петрович Иванов     | Иван       | Иван Петрович Иванов
                    Иван Петрович            | Иван       | Иван Петрович
                    иванова анна сергеевна   | Анна       | Анна Сергеевна Иванова
                    Кузьмина Марина          | Марина     | Марина Кузьмина
                    Марина Кузьмина          | Марина     | Марина Кузьмина
                    Рабинович Лев            | Лев        | Лев Рабинович
                    Лев Рабинович            | Лев        | Лев Рабинович
                    Шевченко Богдан          | Богдан     | Богдан Шевченко
                    Мамедов Эльшан Вагиф оглы | Эльшан    | Эльшан Вагиф Оглы Мамедов
                    г-н Алексей Смирнов      | Алексей    | Алексей Смирнов
                    Алёна                    | Алёна      | Алёна
                    """)
    void isFoundInWhatPeopleWrite(String profile, String first, String full) {
        var name = PersonName.in(profile.replace('~', '|')); // the bar separates the columns here
        assertThat(name).contains(new PersonName(first, full));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "A",
                "J. S.",
                "123",
                "🔥🔥",
                "+49 30 123456",
                "user12345",
                "xXx_killer_2007",
                "@max_power99",
                "ООО «Ромашка»",
                "Romashka LLC",
                "Smith & Sons Ltd",
                "Pizza Roma",
                "Салон красоты Ирина",
                "info@example.com",
                "no-reply",
                "Guest",
                "Мама",
                "Support Team",
                "Клиент 7",
                "one two three four five six"
            })
    void isNotInventedWhereThereIsNone(String profile) {
        assertThat(PersonName.in(profile)).isEmpty();
    }

    @Test
    void ofAnEndlessTextIsNone() {
        assertThat(PersonName.in("Anna ".repeat(100_000))).isEmpty();
    }
}
