package tenth;

import java.util.Map;
import java.util.Optional;

/** MACs that methods named for it compare, tokens of lambdas, and texts that helpers put together. */
final class Packets {

    private final byte[] macBlock = new byte[16];
    private final byte[] header = new byte[16];
    private final String endpoint;
    private final String password;
    private final int port;

    Packets(String endpoint, String password, int port) {
        this.endpoint = endpoint;
        this.password = password;
        this.port = port;
    }

    boolean verifyMac(byte[] mac, int off) {
        for (int i = 0; i < 16; i++) {
            if (macBlock[i] != mac[off + i]) { // BUG: TimingUnsafeComparison
                return false;
            }
        }
        return true;
    }

    boolean verifyHeader(byte[] given, int off) {
        for (int i = 0; i < 16; i++) {
            if (header[i] != given[off + i]) {
                return false;
            }
        }
        return true;
    }

    private static final byte[] MAGIC = {0x50, 0x4b, 3, 4};

    boolean checkSignature(byte[] signature) {
        for (int i = 0; i < 4; i++) {
            if (MAGIC[i] != signature[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isMacInConstantTime(byte[] mac, int off) {
        int difference = 0;
        for (int i = 0; i < 16; i++) {
            difference |= macBlock[i] ^ mac[off + i];
        }
        return difference == 0;
    }

    void verify(Requests requests, Sessions sessions) {
        requests.header("X-Csrf").ifPresent(headerToken -> {
            sessions.attribute("csrf").ifPresent(savedToken -> {
                if (!headerToken.equals(savedToken)) { // BUG: TimingUnsafeComparison
                    throw new IllegalStateException("refused");
                }
            });
        });
    }

    void resume(Pages pages) {
        pages.next().ifPresent(headerPage -> {
            pages.last().ifPresent(savedPage -> {
                if (!headerPage.equals(savedPage)) {
                    throw new IllegalStateException("moved");
                }
            });
        });
    }

    @Override
    public String toString() { // BUG: SecretInToString
        return ToString.builder("Packets")
                .add("endpoint", endpoint)
                .add("password", password)
                .build();
    }

    final class Shown {
        @Override
        public String toString() {
            return ToString.builder("Packets")
                    .add("endpoint", endpoint)
                    .add("port", port)
                    .add("password", password == null ? "none" : "set")
                    .build();
        }
    }

    Map<String, Integer> ports() {
        return Map.of(endpoint, port);
    }

    interface Requests {
        Optional<String> header(String name);
    }

    interface Sessions {
        Optional<String> attribute(String name);
    }

    interface Pages {
        Optional<String> next();

        Optional<String> last();
    }
}
