package dev.frontdesk.plugin.intent.model;

import dev.frontdesk.plugin.intent.text.WordList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;

/** A model as bytes. A file of another version, or one that is cut off, is no model: it is then trained again. */
public final class ModelFile {
    /** Rises with every change of what is counted or how: an old file must not be read with new eyes. */
    static final int VERSION = 4;

    private static final int MAGIC = 0x46444D31;
    private static final int MOST_INTENTS = 10_000;
    private static final int MOST_WEIGHTS = 1 << 26;

    private ModelFile() {}

    public static byte[] bytes(IntentModel model) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(model.intents().size());
            for (var intent : model.intents()) {
                out.writeUTF(intent);
            }
            write(model.words(), out);
            write(model.vocabulary(), out);
            write(model.weights(), out);
            out.writeInt(model.confidence().coefficients().length);
            for (double one : model.confidence().coefficients()) {
                out.writeDouble(one);
            }
            var threshold = model.threshold();
            out.writeDouble(threshold.probability());
            out.writeDouble(threshold.inScopeAccuracy());
            out.writeDouble(threshold.outOfScopeRecall());
            out.writeDouble(threshold.outOfScopeShare());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(WordList words, DataOutputStream out) throws IOException {
        out.writeInt(words.counts().size());
        for (var word : words.counts().entrySet()) {
            out.writeUTF(word.getKey());
            out.writeInt(word.getValue());
        }
    }

    private static void write(Vocabulary vocabulary, DataOutputStream out) throws IOException {
        out.writeInt(vocabulary.index().size());
        out.writeFloat(vocabulary.unseen());
        for (int i = 0; i < vocabulary.index().size(); i++) {
            out.writeLong(vocabulary.index().key(i));
            out.writeFloat(vocabulary.idf(i));
        }
    }

    private static void write(Weights weights, DataOutputStream out) throws IOException {
        for (float one : weights.scale()) {
            out.writeFloat(one);
        }
        var buffer = ByteBuffer.allocate(2 * weights.rounded().length);
        buffer.asShortBuffer().put(weights.rounded());
        out.writeInt(weights.rounded().length);
        out.write(buffer.array());
    }

    /** Empty for bytes that this version did not write whole. */
    public static Optional<IntentModel> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                return Optional.empty();
            }
            int classes = within(in.readInt(), MOST_INTENTS);
            var intents = new ArrayList<String>();
            for (int i = 0; i < classes; i++) {
                intents.add(in.readUTF());
            }
            var words = words(in);
            var vocabulary = vocabulary(in);
            var weights = weights(in, classes);
            var coefficients = new double[within(in.readInt(), MOST_INTENTS)];
            for (int i = 0; i < coefficients.length; i++) {
                coefficients[i] = in.readDouble();
            }
            var threshold = new Threshold(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            boolean whole = coefficients.length == new Sign(0, 0, 0).terms().length
                    && weights.rounded().length == vocabulary.columns() * classes
                    && in.read() < 0;
            return whole
                    ? Optional.of(new IntentModel(
                            intents, words, vocabulary, weights, new Confidence(coefficients), threshold))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static WordList words(DataInputStream in) throws IOException {
        int size = within(in.readInt(), MOST_WEIGHTS);
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < size; i++) {
            counts.put(in.readUTF(), in.readInt());
        }
        return new WordList(counts);
    }

    private static Vocabulary vocabulary(DataInputStream in) throws IOException {
        int size = within(in.readInt(), MOST_WEIGHTS);
        float unseen = in.readFloat();
        var index = new HashIndex();
        var idf = new float[size];
        for (int i = 0; i < size; i++) {
            index.findOrAdd(in.readLong());
            idf[i] = in.readFloat();
        }
        if (index.size() != size) {
            throw new IOException("a feature is there twice");
        }
        return new Vocabulary(index, idf, unseen);
    }

    private static Weights weights(DataInputStream in, int classes) throws IOException {
        var scale = new float[classes];
        for (int c = 0; c < classes; c++) {
            scale[c] = in.readFloat();
        }
        var rounded = new short[within(in.readInt(), MOST_WEIGHTS)];
        var bytes = in.readNBytes(2 * rounded.length);
        if (bytes.length != 2 * rounded.length) {
            throw new IOException("cut off");
        }
        ByteBuffer.wrap(bytes).asShortBuffer().get(rounded);
        return new Weights(rounded, scale);
    }

    private static int within(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException(number + " is not between 0 and " + most);
        }
        return number;
    }
}
