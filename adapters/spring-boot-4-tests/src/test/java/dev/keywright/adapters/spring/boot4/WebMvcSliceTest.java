package dev.keywright.adapters.spring.boot4;

import dev.keywright.adapters.spring.MockMvcContract;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import shop.SliceController;

/** {@code @WebMvcTest} of Spring Boot 4, Keywright's filters alone. */
@WebMvcTest(SliceController.class)
@Import(SliceController.class)
class WebMvcSliceTest extends MockMvcContract {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class App {}
}
