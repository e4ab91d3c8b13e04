package shop.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.CommonsRequestLoggingFilter;

@Configuration
class WebConfiguration {

    @Bean
    CommonsRequestLoggingFilter requestLog() {
        CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
        filter.setIncludeHeaders(true); // DEFECT: CredentialWireLogging
        return filter;
    }
}
