package dev.keywright.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells clients to do is taken by a real server, and refused with another secret. */
class ReadmeSnippetsTest {

    private static SignedServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = SignedServer.start(TestSecrets.ALL);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String snippet(String name) throws Exception {
        String readme = Files.readString(Path.of(System.getProperty("keywright.root"), "README.md"));
        Matcher matcher = Pattern.compile("<!-- snippet: " + name + " -->\\s*```[a-z]*\\n(.*?)\\n```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(matcher.find()).as("the README has the snippet " + name).isTrue();
        return matcher.group(1);
    }

    private void check(String name, String file, Tool tool, String... options) throws Exception {
        Files.writeString(folder.resolve(file), snippet(name));
        List<String> arguments = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(options), java.util.stream.Stream.of(file))
                .toList();
        String url = server.uri("/messages").toString();
        Tool.Run good = tool.run(
                folder, Map.of("URL", url, "KEY_ID", "messages", "SECRET", TestSecrets.ALL.get("messages")), arguments);
        assertThat(good.output()).contains("admitted messages, delivery null, 11 bytes");
        assertThat(good.status()).isZero();
        Tool.Run bad = tool.run(folder, Map.of("URL", url, "KEY_ID", "messages", "SECRET", "another"), arguments);
        assertThat(bad.output()).doesNotContain("admitted").contains("401");
    }

    @Test
    void curlAndOpenssl() throws Exception {
        Tool.orSkip("curl");
        Tool.orSkip("openssl");
        check("sign-curl", "sign.sh", Tool.orSkip("sh"));
    }

    @Test
    void python() throws Exception {
        check("sign-python", "sign.py", Tool.orSkip("python3"));
    }

    @Test
    void javascript() throws Exception {
        check("sign-javascript", "sign.cjs", Tool.orSkip("node"));
    }
}
