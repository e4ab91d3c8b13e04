package dev.keywright.processor.framework;

/** The frameworks whose handlers are recognised, each with the adapter that puts guards before them. */
public enum Framework {
    SPRING_MVC("Spring MVC", "dev.keywright.adapters.spring.KeywrightSpring", "dev.keywright:keywright-spring"),
    SPRING_WEBFLUX("Spring WebFlux", "dev.keywright.adapters.webflux.WebFluxGuards", ""),
    JDK_HTTP(
            "com.sun.net.httpserver",
            "dev.keywright.adapters.jdkhttp.JdkHttpGuards",
            "dev.keywright:keywright-jdk-http"),
    SERVLET("Jakarta Servlet", "dev.keywright.adapters.servlet.ServletGuards", ""),
    JAVAX_SERVLET("javax.servlet", "dev.keywright.adapters.javaxservlet.JavaxServletGuards", ""),
    JAKARTA_REST("Jakarta REST", "dev.keywright.adapters.jakarta.JakartaGuards", ""),
    JAVAX_REST("javax.ws.rs", "dev.keywright.adapters.javaxrest.JavaxRestGuards", ""),
    MICRONAUT("Micronaut", "dev.keywright.adapters.micronaut.MicronautGuards", ""),

    /** What the user's own adapter guards, as named by the option {@code keywright.handlers}. */
    CUSTOM("your own adapter", "", "");

    private final String title;
    private final String adapter;
    private final String artifact;

    Framework(String title, String adapter, String artifact) {
        this.title = title;
        this.adapter = adapter;
        this.artifact = artifact;
    }

    /** The name for messages and reports. */
    public String title() {
        return title;
    }

    /** The class that shows that the adapter is there; empty when none is needed. */
    public String adapter() {
        return adapter;
    }

    /** The Maven coordinates of the adapter; empty when this version of Keywright has none. */
    public String artifact() {
        return artifact;
    }
}
