package dev.keywright.runtime.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.Mutants;
import java.util.List;
import java.util.regex.Pattern;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9651, read more strictly; beside another implementation, which is the reference for what a text means. */
final class DictionaryTest {

    /** More of them on request, by {@code -Dkeywright.fuzz.rounds=}. */
    private static final int ROUNDS = Integer.getInteger("keywright.fuzz.rounds", 20_000);

    private static final List<String> SEEDS = List.of(
            "sig=(\"@method\" \"content-digest\";key=\"sha-256\" \"x\";bs;sf);created=1790000000;keyid=\"a\";nonce=\"b3-_/\\\"\\\\\"",
            "a=1, b=-23;x=?0;y, c=:aGVsbG8=:, d=\"text\";p=tok/en:*, e=1.5, f, g;h=1, i=(), j=(1 2;z tok \"s\" :YQ==:);k",
            "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:, sha-512=:YQ==:",
            "u=1,\t i ;x,  *k=*t");

    private static final Pattern BEYOND = Pattern.compile("[=( ]@|[0-9][.]0[0-9]");

    private static @Nullable String read(String text) {
        Dictionary dictionary = Dictionary.parse(List.of(text), 100_000);
        return dictionary == null ? null : dictionary.serialized();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1, a=2",
                "a;x;x=1",
                "sig=:YR==:",
                "sig=:YQ:",
                "sig=:YQ===:",
                "sig=:Y Q==:",
                "sig=:YQ=",
                "sig=:====:",
                "a=01",
                "a=-0",
                "a=-01",
                "a=1.",
                "a=.5",
                "a=1.50",
                "a=1.2345",
                "a=1234567890123.1",
                "a=9999999999999999",
                "a=--1",
                "a=+1",
                "a=1e3",
                "a=\"\\n\"",
                "a=\"é\"",
                "a=\"x",
                "a=\"\t\"",
                "a=(\"x\"",
                "a=(\"x\"\t\"y\")",
                "a=((\"x\"))",
                "a=(1,2)",
                "a=(1 2",
                "a=1,",
                "a=1,,b=2",
                ",a=1",
                "\ta=1",
                "a=1\t",
                "A=1",
                "a= 1",
                "a =1",
                "a=1 ;b",
                "a;x=(1)",
                "a=?2",
                "a=?",
                "a=%\"x\"",
                "a=@1.5",
                "a=é",
                "a=1 b=2",
                "=1",
                "a=",
                "a;",
                "a;=1",
                "1=a",
            })
    void refusesWhatIsNotWellFormedOrCouldBeWrittenInAnotherWay(String text) {
        assertThat(read(text)).isNull();
    }

    @Test
    void readsWhatIsWellFormedAndWritesItInTheOneWay() {
        assertThat(read("")).isEmpty();
        assertThat(read("  a=1 ,\tb=(\"x\"   2 );  c,d=?1, e=?0 ")).isEqualTo("a=1, b=(\"x\" 2);c, d, e=?0");
        assertThat(read("a=999999999999999, b=-1.5, c=0.0, d=@-5"))
                .isEqualTo("a=999999999999999, b=-1.5, c=0.0, d=@-5");
        assertThat(Dictionary.parse(List.of("a=1", "b=2"), 100))
                .extracting(Dictionary::serialized)
                .isEqualTo("a=1, b=2");
        assertThat(Dictionary.parse(List.of("a=1", "a=2"), 100)).isNull();
        assertThat(Dictionary.parse(List.of("a=" + "1".repeat(10)), 11)).isNull();
        assertThat(Dictionary.parse(List.of(), 11)).isNull();
    }

    /** Everything that is read here is read by the other implementation too, and means the same. */
    @Test
    void throwsOnNoMutantAndAgreesWithTheReference() {
        Mutants mutants = new Mutants(20261123);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutants.of(SEEDS.get(round % SEEDS.size()));
            String ours = read(text);
            if (ours == null || isBeyondTheReference(text)) {
                continue;
            }
            accepted++;
            assertThat(ours).as(text).isEqualTo(reference(text));
            assertThat(read(ours)).isEqualTo(ours);
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 100);
    }

    /** Dates came with RFC 9651, after the reference; and it takes 1.05 for 1.5. */
    private static boolean isBeyondTheReference(String text) {
        return BEYOND.matcher(text).find();
    }

    private static @Nullable String reference(String text) {
        try {
            // The field's own white space is not the parser's business there.
            return Parser.parseDictionary(text.replaceAll("^ +| +$", "")).serialize();
        } catch (ParseException e) {
            return "refused: " + e.getMessage();
        }
    }
}
