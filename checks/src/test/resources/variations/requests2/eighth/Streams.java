package requests.eighth;

import java.time.Duration;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import reactor.core.publisher.Mono;

/** Two steps, the second in what follows the first one's answer. */
final class Streams {

    private final ReactiveRedisTemplate<String, String> seen;

    Streams(ReactiveRedisTemplate<String, String> seen) {
        this.seen = seen;
    }

    Mono<Void> twoSteps(String nonce, Mono<Void> next) {
        String key = "seen:" + nonce;
        return seen.hasKey(key) // BUG: SignatureReplayable
                .flatMap(known -> known
                        ? Mono.error(new IllegalStateException("again"))
                        : seen.opsForValue().set(key, "1", Duration.ofMinutes(5)).then(next));
    }

    Mono<Void> oneStep(String nonce, Mono<Void> next) {
        return seen.opsForValue()
                .setIfAbsent("seen:" + nonce, "1", Duration.ofMinutes(5))
                .flatMap(first -> first ? next : Mono.error(new IllegalStateException("again")));
    }

    Mono<String> cached(String name, Mono<String> made) {
        return seen.hasKey(name)
                .flatMap(known -> made.flatMap(text -> seen.opsForValue().set(name, text).thenReturn(text)));
    }
}
