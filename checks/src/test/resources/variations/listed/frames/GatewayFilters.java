package frames;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ratelimit.KeyResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

class GatewayFilters implements GlobalFilter {
    private static final Logger log = LoggerFactory.getLogger(GatewayFilters.class);
    private final String gatewaySecret;

    GatewayFilters(String gatewaySecret) {
        this.gatewaySecret = gatewaySecret;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String token = request.getHeaders().getFirst("X-Gateway-Secret");
        if (gatewaySecret.equals(token)) { // BUG: TimingUnsafeComparison
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
        DataBuffer buffer = exchange.getResponse().bufferFactory().wrap(("bad secret " + token).getBytes());
        return exchange.getResponse().writeWith(Mono.just(buffer)); // BUG: SecretInErrorMessage
    }

    @Bean
    KeyResolver bad1() { // BUG: SpoofableClientAddress
        return exchange -> Mono.just(exchange.getRequest().getHeaders().getFirst("X-Forwarded-For"));
    }

    Mono<Void> bad2(ServerWebExchange exchange, GatewayFilterChain chain) {
        String key = exchange.getRequest().getQueryParams().getFirst("apikey"); // BUG: SecretFromQueryParameter
        return key == null ? Mono.empty() : chain.filter(exchange);
    }

    Mono<Void> bad3(ServerWebExchange exchange, GatewayFilterChain chain) {
        log.info("headers {}", exchange.getRequest().getHeaders()); // BUG: SecretLogged
        return chain.filter(exchange);
    }

    Mono<Void> bad4(ServerWebExchange exchange, GatewayFilterChain chain) {
        exchange.getRequest().getHeaders().forEach((name, values) -> log.debug("{}={}", name, values)); // BUG: SecretLogged
        return chain.filter(exchange);
    }

    @Bean
    KeyResolver good1() {
        return exchange -> Mono.just(exchange.getRequest().getRemoteAddress().getAddress().getHostAddress()); // OK: SpoofableClientAddress
    }

    Mono<Void> good2(ServerWebExchange exchange, GatewayFilterChain chain) {
        String sort = exchange.getRequest().getQueryParams().getFirst("sort"); // OK: SecretFromQueryParameter
        return sort == null ? Mono.empty() : chain.filter(exchange);
    }

    Mono<Void> good3(ServerWebExchange exchange, GatewayFilterChain chain) {
        log.info("path {}", exchange.getRequest().getPath()); // OK: SecretLogged
        return chain.filter(exchange);
    }
}
