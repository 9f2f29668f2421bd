package dev.frontdesk.bench.intents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A set of examples, where its files lie in the folder of material, and what others reached on its official test.
 *
 * @param tests where the official test may lie: the first that is there counts
 */
record Material(String name, String train, List<String> tests, String published) {

    static final List<Material> ALL = List.of(
            new Material(
                    "CLINC150",
                    "clinc150/data_full_train_val.json",
                    List.of("clinc150/data_full_test.json", "clinc150/data_full.json"),
                    "in scope Rasa 91.5, Dialogflow 91.7, MLP 93.5, BERT 96.9; with recall out of scope: Rasa 90.9/31.2, MLP 93.4/49.1,"
                            + " BERT 96.2/52.3; plain 90.8/54.7"),
            new Material(
                    "BANKING77",
                    "banking77/train.csv",
                    List.of("banking77/test.csv"),
                    "fine-tuned encoders 93-94, plain 91.4"),
            new Material(
                    "HWU64-10",
                    "autofaq-nlu/hwu_small_train.csv",
                    List.of("autofaq-nlu/hwu_small_test.csv"),
                    "Dialogflow 64.0, LUIS 67.3, Watson 77.6, Cognigy 77.6, Autofaq 80.2, plain 69.2"),
            new Material(
                    "HWU64-30",
                    "autofaq-nlu/hwu_large_train.csv",
                    List.of("autofaq-nlu/hwu_large_test.csv"),
                    "Dialogflow 75.6, LUIS 78.2, Cognigy 84.2, Autofaq 85.1, Watson 85.5, plain 79.8"),
            new Material(
                    "Russian, 20 intents",
                    "autofaq-nlu/hwu-20-ru-train.csv",
                    List.of("autofaq-nlu/hwu-20-ru-test.csv"),
                    "Dialogflow 72, Watson 78, Cognigy 83, Autofaq 85, plain 86"),
            new Material(
                    "Russian chatbot",
                    "autofaq-nlu/ru-chatbot-train.csv",
                    List.of("autofaq-nlu/ru-chatbot-test.csv"),
                    "-"),
            hint3("curekart", "Dialogflow .578, LUIS .539, Rasa .511, Haptik .603, BERT .553, plain .576"),
            hint3("powerplay11", "Dialogflow .353, LUIS .359, Rasa .340, Haptik .425, BERT .347, plain .266"),
            hint3("sofmattress", "Dialogflow .638, LUIS .581, Rasa .526, Haptik .588, BERT .617, plain .517"));

    /** Sets of live bots, whose tests are full of messages out of scope. */
    static final String LIVE = "HINT3 ";

    private static Material hint3(String bot, String mcc) {
        return new Material(
                LIVE + bot,
                "hint3/v1/train/" + bot + "_train.csv",
                List.of("hint3/v1/test/" + bot + "_test.csv"),
                "best mcc: " + mcc);
    }

    boolean isLive() {
        return name.startsWith(LIVE);
    }

    Optional<Path> test(Path folder) {
        return tests.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }
}
