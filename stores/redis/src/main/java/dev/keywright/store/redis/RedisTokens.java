package dev.keywright.store.redis;

import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.shared.StoreUnavailableException;
import dev.keywright.runtime.token.TokenRecord;
import dev.keywright.runtime.token.TokenStore;
import dev.keywright.runtime.token.TokenStoreException;
import io.lettuce.core.KeyValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens of all nodes, each with an end that Redis knows. While it does not answer no token is valid. */
final class RedisTokens implements TokenStore {

    private static final Script SCRIPT = Script.load("token");
    private static final byte[] RECORD = ascii("r");
    private static final byte[] USED = ascii("u");

    private final Line line;
    private final Names names;
    private final byte[] start;
    private final String startText;
    private final int quota;

    RedisTokens(Line line, Names names, int quotaPerOwner) {
        this.line = line;
        this.names = names;
        this.start = names.fixed("token:");
        this.startText = new String(start, StandardCharsets.US_ASCII);
        this.quota = quotaPerOwner;
    }

    @Override
    public boolean save(List<TokenRecord> tokens, long nowMillis) throws TokenStoreException {
        TokenRecord first = firstOfOneFamily(tokens);
        List<byte[]> values = head("save", first, nowMillis);
        append(values, tokens);
        return kept(run(values));
    }

    @Override
    public @Nullable Stored find(String id) throws TokenStoreException {
        byte[] key = ascii(startText + "t:" + names.text("token", id));
        try {
            List<KeyValue<byte[], byte[]>> found =
                    line.ask(() -> line.await(line.commands().hmget(key, RECORD, USED)));
            if (!found.get(0).hasValue()) {
                return null;
            }
            boolean used = !"0".equals(text(found.get(1).getValueOrElse(new byte[0])));
            return new Stored(TokenForm.read(found.get(0).getValue()), used);
        } catch (StoreUnavailableException e) {
            throw new TokenStoreException(Messages.unavailable());
        } catch (IOException e) {
            throw new TokenStoreException(Messages.badToken());
        }
    }

    @Override
    public Rotation rotate(String refreshId, List<TokenRecord> successors, long nowMillis) throws TokenStoreException {
        List<byte[]> values = head("rotate", firstOfOneFamily(successors), nowMillis);
        values.add(ascii(names.text("token", refreshId)));
        append(values, successors);
        String answer = run(values);
        return switch (answer) {
            case "gone" -> Rotation.GONE;
            case "reused" -> Rotation.REUSED;
            default -> kept(answer) ? Rotation.ROTATED : Rotation.FULL;
        };
    }

    @Override
    public boolean revoke(String id) throws TokenStoreException {
        return count("revoke", names.text("token", id)) > 0;
    }

    @Override
    public int revokeFamily(String family) throws TokenStoreException {
        return count("family", names.text("family", family));
    }

    @Override
    public int revokeOwner(String owner) throws TokenStoreException {
        return count("owner", names.text("owner", owner));
    }

    @Override
    public Health health() {
        return line.health();
    }

    private List<byte[]> head(String what, TokenRecord first, long nowMillis) {
        return new ArrayList<>(List.of(
                ascii(what),
                ascii(names.text("family", first.family())),
                ascii(names.text("owner", first.owner())),
                ascii(Long.toString(nowMillis)),
                ascii(Integer.toString(quota))));
    }

    private void append(List<byte[]> values, List<TokenRecord> tokens) {
        for (TokenRecord token : tokens) {
            values.add(ascii(names.text("token", token.id())));
            values.add(ascii(token.kind().name()));
            values.add(ascii(Long.toString(token.expiresMillis())));
            values.add(TokenForm.write(token));
        }
    }

    private static boolean kept(String answer) throws TokenStoreException {
        if (answer.equals("known")) {
            throw new TokenStoreException(Messages.knownToken());
        }
        return answer.equals("kept");
    }

    private int count(String what, String name) throws TokenStoreException {
        return Integer.parseInt(run(List.of(ascii(what), ascii(name))));
    }

    private String run(List<byte[]> values) throws TokenStoreException {
        try {
            return text((byte[]) line.run(SCRIPT, new byte[][] {start}, values.toArray(byte[][]::new))
                    .get(0));
        } catch (StoreUnavailableException e) {
            throw new TokenStoreException(Messages.unavailable());
        }
    }

    private static TokenRecord firstOfOneFamily(List<TokenRecord> tokens) {
        if (tokens.isEmpty()
                || tokens.stream().map(TokenRecord::owner).distinct().count() > 1
                || tokens.stream().map(TokenRecord::family).distinct().count() > 1) {
            throw new IllegalArgumentException(Messages.notOneFamily());
        }
        return tokens.get(0);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
