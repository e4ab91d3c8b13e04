package guarded2;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

@FeignClient(name = "flour", url = "https://flour.example")
interface BakeryClient {

    @GetMapping("/flour")
    String flour(); // OK: UnprotectedEndpoint
}
