package dev.keywright.store.redis;

import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.shared.StoreUnavailableException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to Redis, which reconnects by itself, and the only way to ask it something: within the time-out, through
 * the breaker, and without letting any message of the server or the client out. Safe for use by many threads.
 */
final class Line implements AutoCloseable {

    private static final String FULL = "OOM command not allowed";
    private static final int MOST_WAITING = 10_000;
    private static final int CONNECT_ATTEMPTS = 3;
    private static final long DEAD_NANOS = Duration.ofSeconds(5).toNanos();

    /** Something that asks Redis. */
    @FunctionalInterface
    interface Call<T> {
        T ask() throws Exception;
    }

    private final String server;
    private final Duration timeout;
    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final Notices notices;
    private volatile @Nullable Channel channel;
    private volatile long lastAnswer = System.nanoTime();

    Line(RedisURI uri, Duration timeout) {
        this.server = uri.getHost() == null ? "the configured sentinels" : uri.getHost() + ':' + uri.getPort();
        this.timeout = timeout;
        this.notices = new Notices(server, System::nanoTime);
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(
                        Delay.exponential(Duration.ofMillis(20), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS))
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel opened) {
                        channel = opened;
                    }
                })
                .build();
        this.client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                // A request must not wait for a reconnection; it is refused, or counted here.
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .requestQueueSize(MOST_WAITING)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofSeconds(2))
                        .keepAlive(true)
                        .build())
                .build());
        this.connection = connect();
    }

    /** A server that hangs up on us may have been quicker than its own reason (a password is asked for): it is asked again. */
    private StatefulRedisConnection<byte[], byte[]> connect() {
        for (int attempt = 1; ; attempt++) {
            try {
                return client.connect(ByteArrayCodec.INSTANCE);
            } catch (RuntimeException e) {
                if (attempt == CONNECT_ATTEMPTS || errorCode(e) != null) {
                    shutdown();
                    throw new RedisStartException(Messages.cannotConnect(server, reason(e)));
                }
            }
        }
    }

    String server() {
        return server;
    }

    StatefulRedisConnection<byte[], byte[]> connection() {
        return connection;
    }

    RedisAsyncCommands<byte[], byte[]> commands() {
        return connection.async();
    }

    /**
     * Whether Redis answers, as far as the last calls tell. While nobody asks any more this asks itself, no more than once a
     * second: a node that gets no requests because it is reported down would never find out that it is up.
     */
    Health health() {
        if (!breaker.isOpen()) {
            return Health.UP;
        }
        try {
            ask(() -> await(commands().ping()));
        } catch (StoreUnavailableException e) {
            // Then it is still away.
        }
        return breaker.isOpen() ? Health.DOWN : Health.UP;
    }

    /**
     * Asks.
     *
     * @throws StoreUnavailableException when there is no answer in time, or it is an error
     */
    <T> T ask(Call<T> call) throws StoreUnavailableException {
        if (!breaker.allows()) {
            throw new StoreUnavailableException(Messages.unavailable());
        }
        Channel used = channel;
        boolean connected = used != null && used.isActive();
        try {
            T answer = call.ask();
            lastAnswer = System.nanoTime();
            breaker.succeeded();
            notices.succeeded();
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            breaker.abandoned();
            throw new StoreUnavailableException(Messages.unavailable(), true);
        } catch (Exception e) {
            String code = errorCode(e);
            if ("OOM".equals(code)) {
                // It answers, and goes on serving whatever needs no more room.
                lastAnswer = System.nanoTime();
                breaker.succeeded();
                notices.full();
                throw new StoreUnavailableException(Messages.unavailable());
            }
            breaker.failed();
            notices.failed(breaker.isOpen(), code == null ? silence(e) : "error " + code);
            reconnectWhenDead();
            throw new StoreUnavailableException(Messages.unavailable(), code == null && connected);
        }
    }

    /** Runs a script; its answer is a list. */
    List<Object> run(Script script, byte[][] keys, byte[]... values) throws StoreUnavailableException {
        return ask(() -> {
            try {
                return await(commands().evalsha(script.sha(), ScriptOutputType.MULTI, keys, values));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RedisNoScriptException)) {
                    throw e;
                }
                return await(commands().eval(script.text(), ScriptOutputType.MULTI, keys, values));
            }
        });
    }

    /** Waits for an answer, no longer than the time-out. */
    <T> T await(RedisFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            future.cancel(true);
        }
    }

    /** A connection whose other end vanished without a word is not noticed by TCP for a quarter of an hour. */
    private void reconnectWhenDead() {
        Channel dead = channel;
        if (dead != null && dead.isActive() && System.nanoTime() - lastAnswer > DEAD_NANOS) {
            lastAnswer = System.nanoTime();
            dead.close();
        }
    }

    /** Why a call failed, in words that hold nothing that was sent. */
    private static String reason(Throwable failure) {
        String code = errorCode(failure);
        return code == null ? silence(failure) : "error " + code;
    }

    /** Of a server's error only its code; null when it did not answer. */
    private static @Nullable String errorCode(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof RedisCommandExecutionException && each.getMessage() != null) {
                String message = each.getMessage();
                String code = message.split(" ", 2)[0];
                // Until Redis 7 the error of a command in a script comes wrapped in one of the script.
                return message.contains(FULL) ? "OOM" : code.matches("[A-Z]{2,20}") ? code : "";
            }
        }
        return null;
    }

    private static String silence(Throwable failure) {
        Throwable cause =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException || cause instanceof RedisCommandTimeoutException) {
            return "no answer in time";
        }
        return cause instanceof RedisException
                ? "not connected"
                : cause.getClass().getSimpleName();
    }

    private void shutdown() {
        client.shutdown(0, 2, TimeUnit.SECONDS);
        resources.shutdown(0, 2, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        connection.close();
        shutdown();
    }
}
