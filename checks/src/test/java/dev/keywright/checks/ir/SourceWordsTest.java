package dev.keywright.checks.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceWordsTest {

    @Test
    void whatCommentsSayIsNoWord() {
        String text = "/** A secret. */ class A { // token\n int a; /* password */ }";

        assertThat(words(text)).containsExactly("class", "A", "int", "a");
        assertThat(file(text, true).mayMention("secret", "token", "password")).isFalse();
    }

    @Test
    void literalsAreWordsOfTheirOwnAndDoNotEndAtEscapedQuotes() {
        assertThat(words("a(\"x // y\", \"say \\\"hi\\\"\", '\"', b, '\\'', \"\"\"\n  t \\\" \"\" u\n  \"\"\")"))
                .containsExactly("a", "x // y", "say \"hi\"", "b", "\n  t \" \"\" u\n  ");
    }

    @Test
    void identifiersAndLiteralsOfTheSameTextAreTwoWords() {
        SourceWords words = file("token(\"token\")", true).words();

        assertThat(words.size()).isEqualTo(2);
        assertThat(words.word(0)).isNotEqualTo(words.word(1));
        assertThat(words.lexicon().isLiteral(words.word(1))).isTrue();
        assertThat(words.lexicon().identifier("token")).isEqualTo(words.word(0));
    }

    @Test
    void whatIsCalledOrReferredToIsAMethodsName() {
        Lexicon lexicon = file("a (x) + b /* c */ (y) + D::e + F::<G>h + i.j; k: l()", true)
                .words()
                .lexicon();

        assertThat(called(lexicon, "a", "b", "e", "h", "l")).containsOnly(true);
        assertThat(called(lexicon, "x", "y", "D", "F", "i", "j", "k")).containsOnly(false);
    }

    private static List<Boolean> called(Lexicon lexicon, String... words) {
        List<Boolean> called = new ArrayList<>();
        for (String word : words) {
            called.add(lexicon.isCalled(lexicon.identifier(word)));
        }
        return called;
    }

    @Test
    void numbersAreNoWords() {
        assertThat(words("x = 0x1F + 1e5 + 1_000L + y2;")).containsExactly("x", "y2");
    }

    @Test
    void escapesInLiteralsAreRead() {
        assertThat(words("f(\"to\\u006ben\", \"a\\\\u0041\", \"tab\\tend\")"))
                .containsExactly("f", "token", "a\\u0041", "tab\tend");
    }

    @Test
    void whatCannotBeReadSurelyMayMentionAnything() {
        for (String text : List.of(
                "int to\\u006ben;",
                "String s = \"open;\nint a;",
                "int a; /* open",
                "int a; /* \\u002a/ int b;",
                "String s = \"\\u0022; int a;\"",
                "String s = \"\"\" open",
                "char c = 'x\n;")) {
            assertThat(file(text, true).mayMention("secret")).as(text).isTrue();
        }
        assertThat(file("int a;", true).mayMention("secret")).isFalse();
        assertThat(file("int a;", false).mayMention("secret")).isTrue();
        assertThat(file("", true).mayMention("secret")).isTrue();
    }

    @Test
    void aPartOfAFileIsLookedAtAlone() {
        SourceFile file = file("int a; int token; int b;", true);

        assertThat(file.mayMention(Words.of(List.of("token")), new Span(7, 16))).isTrue();
        assertThat(file.mayMention(Words.of(List.of("token")), new Span(17, 24)))
                .isFalse();
        assertThat(file.mayMention(Words.of(List.of("tok")), new Span(7, 16))).isFalse();
        assertThat(file.mayMention(Words.holding("tok"), new Span(7, 16))).isTrue();
        assertThat(file.mayMention(Words.of(List.of("token")), Span.NONE)).isTrue();
    }

    @Test
    void filesOfOneProgramShareTheirLexiconAlsoWithFilesThatCameBefore() {
        SourceFile first = file("int one;", true);
        SourceFile second = file("int two;", true);
        Program before = new Program(List.of(first), name -> Optional.empty());
        assertThat(before.mayMention("two")).isFalse();

        Program both = new Program(List.of(first, second), name -> Optional.empty());

        assertThat(first.words().lexicon())
                .isSameAs(second.words().lexicon())
                .isSameAs(both.lexicon())
                .isSameAs(before.lexicon());
        assertThat(both.mayMention("two")).isTrue();
    }

    private static List<String> words(String text) {
        SourceWords words = file(text, true).words();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            found.add(words.lexicon().word(words.word(i)));
        }
        assertThat(words.sure()).isTrue();
        return found;
    }

    private static SourceFile file(String text, boolean complete) {
        return new SourceFile(
                "A.java", "", List.of(), List.of(), SourceFile.lineStarts(text), text, false, false, complete);
    }
}
