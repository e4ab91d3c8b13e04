package com.example.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

@Component
public class ApiKeyFilter extends OncePerRequestFilter {
    private static final String HEADER = "X-API-KEY";

    @Value("${app.api-key}")
    private String principalRequestValue;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws java.io.IOException {
        String presented = request.getHeader(HEADER);
        if (presented == null || !presented.equals(principalRequestValue)) { // BUG: TimingUnsafeComparison
            response.sendError(401);
            return;
        }
        chain.doFilter(request, response);
    }
}
