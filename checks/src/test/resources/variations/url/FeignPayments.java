package io.acme.feign;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@FeignClient(name = "payments", url = "${payments.url}")
public interface FeignPayments {
    @GetMapping("/charges")
    String charges(@RequestParam("apiKey") String apiKey, @RequestParam("page") int page); // BUG: SecretInUrl

    @GetMapping("/balance")
    String balance(@RequestHeader("X-Api-Key") String apiKey); // OK: SecretInUrl
}
