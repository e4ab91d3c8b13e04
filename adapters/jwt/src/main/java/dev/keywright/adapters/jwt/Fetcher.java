package dev.keywright.adapters.jwt;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches a text over https, bounded in time and size. Follows no redirect: keys come from where the configuration says. */
final class Fetcher {

    private final HttpClient client;
    private final Duration timeout;
    private final int largest;

    Fetcher(Duration timeout, int largestBytes) {
        this.timeout = timeout;
        this.largest = largestBytes;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * Checks that keys may be fetched from there.
     *
     * @throws IllegalArgumentException when it is neither https nor a loopback address
     */
    static URI check(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean safe = uri.getHost() != null
                && uri.getRawUserInfo() == null
                && (scheme.equals("https") || (scheme.equals("http") && isLoopback(uri.getHost())));
        if (!safe) {
            throw new IllegalArgumentException(Messages.insecure(uri));
        }
        return uri;
    }

    /** Literals only: what a name resolves to may change. */
    private static boolean isLoopback(String host) {
        boolean literal = host.startsWith("[") || host.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        if (!literal) {
            return host.equalsIgnoreCase("localhost");
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }

    String fetch(URI uri) throws FetchException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        // The request's own timeout ends with the headers; this one covers the body too.
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request,
                info -> info.statusCode() == 200 ? new Bounded(largest) : BodySubscribers.replacing(new byte[0]));
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new FetchException(Messages.status(response.statusCode()));
            }
            return new String(response.body(), StandardCharsets.UTF_8);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FetchException(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        } catch (TimeoutException e) {
            throw new FetchException("no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    /** Takes a body up to a limit, and lets the connection go beyond it. */
    private static final class Bounded implements BodySubscriber<byte[]> {

        private final BodySubscriber<byte[]> taken = BodySubscribers.ofByteArray();
        private final int largest;
        private int count;
        private Flow.@Nullable Subscription source;

        Bounded(int largest) {
            this.largest = largest;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return taken.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            taken.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                count += buffer.remaining();
            }
            if (count > largest && source != null) {
                source.cancel();
                taken.onError(new java.io.IOException(Messages.tooLarge(largest)));
            } else {
                taken.onNext(buffers);
            }
        }

        @Override
        public void onError(Throwable failure) {
            taken.onError(failure);
        }

        @Override
        public void onComplete() {
            taken.onComplete();
        }
    }
}
