package dev.keywright.adapters.spring.boot3;

import dev.keywright.adapters.spring.MockMvcContract;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import shop.SliceController;

/** {@code @WebMvcTest} of Spring Boot 3, Keywright's filters alone. */
@WebMvcTest(SliceController.class)
@Import(SliceController.class)
class WebMvcSliceTest extends MockMvcContract {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class App {}
}
