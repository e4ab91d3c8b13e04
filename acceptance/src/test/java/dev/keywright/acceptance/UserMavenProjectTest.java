package dev.keywright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Maven project of a user's own, made from the README's snippets: alone, and with Lombok and MapStruct beside us. */
class UserMavenProjectTest {

    @TempDir
    private static Path folder;

    private static LocalRepository repository;

    @BeforeAll
    static void publish() throws IOException {
        repository = LocalRepository.publishInto(folder.resolve("repository"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maven", "maven-lombok-mapstruct"})
    void eachDefectStopsTheBuildWithFileLineAndColumnAndStopsItAgain(String snippet) throws Exception {
        UserMavenProject project = project("defects-" + snippet, snippet);
        for (Defect defect : Defects.withSpring()) {
            project.file(defect.path(), defect.source());
        }
        for (int attempt = 1; attempt <= 2; attempt++) {
            Run run = project.maven("compile");
            assertThat(run.status()).as(run.output()).isNotZero();
            for (Defect defect : Defects.withSpring()) {
                assertThat(run.output())
                        .contains(defect.type() + ".java:[" + defect.line() + "," + defect.column() + "] ["
                                + defect.rule() + "]");
            }
        }
        for (Defect defect : Defects.withSpring()) {
            project.delete(defect.path());
        }
        Run mended = project.maven("-q", "compile");
        assertThat(mended.status()).as(mended.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"maven", "maven-lombok-mapstruct"})
    void aCleanControllerCompilesAndItsGuardWorks(String snippet) throws Exception {
        UserMavenProject project = project("clean-" + snippet, snippet);
        Run build = project.maven(
                "compile",
                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath",
                "-Dmdep.outputFile=classpath.txt");
        assertThat(build.status()).as(build.output()).isZero();
        assertThat(build.output()).doesNotContain("ERROR");
        assertThat(project.folder().resolve("target/classes/shop/OrderController_Guard.class"))
                .exists();
        try (UserApplication application = UserApplication.start(project.folder())) {
            assertThat(application.get("/orders", null)).isEqualTo(401);
            assertThat(application.get("/orders", "shop_nonsense")).isEqualTo(401);
            assertThat(application.get("/orders", application.key())).isEqualTo(200);
            assertThat(application.get("/health", null)).isEqualTo(200);
        }
    }

    @Test
    void anApplicationWhoseGuardIsOlderThanItsAnnotationsRefusesToStart() throws Exception {
        UserMavenProject project = project("stale", "maven");
        Run build = project.maven(
                "-q",
                "compile",
                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath",
                "-Dmdep.outputFile=classpath.txt");
        assertThat(build.status()).as(build.output()).isZero();
        Path guard = project.folder().resolve("target/classes/shop/OrderController_Guard.class");
        byte[] old = Files.readAllBytes(guard);
        project.file(
                "src/main/java/shop/OrderController.java",
                CONTROLLER.replace("scopes = \"orders:read\"", "scopes = \"orders:admin\""));
        Run again = project.maven("-q", "compile");
        assertThat(again.status()).as(again.output()).isZero();
        Files.write(guard, old);
        Run start = UserApplication.run(project.folder());
        assertThat(start.status()).isNotZero();
        assertThat(start.output()).contains("shop.OrderController").contains("stale");
    }

    private UserMavenProject project(String name, String snippet) throws IOException {
        UserMavenProject project = new UserMavenProject(folder.resolve(name), repository)
                .file("pom.xml", POM.replace("<!-- README -->", Readme.snippet(snippet)))
                .file("src/main/java/shop/Application.java", APPLICATION)
                .file("src/main/java/shop/OrderController.java", CONTROLLER);
        if (snippet.contains("lombok")) {
            project.file("src/main/java/shop/Order.java", LOMBOK_ORDER);
            project.file("src/main/java/shop/OrderMapper.java", MAPPER);
        }
        return project;
    }

    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.springframework.boot</groupId>
                <artifactId>spring-boot-starter-parent</artifactId>
                <version>4.1.2</version>
                <relativePath/>
              </parent>
              <groupId>shop</groupId>
              <artifactId>shop</artifactId>
              <version>1</version>
              <properties>
                <java.version>17</java.version>
              </properties>
            <!-- README -->
            </project>
            """;

    private static final String APPLICATION = """
            package shop;

            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;

            @SpringBootApplication
            public class Application {

                public static void main(String[] args) {
                    SpringApplication.run(Application.class, args);
                }
            }
            """;

    private static final String CONTROLLER = """
            package shop;

            import dev.keywright.annotations.ApiKeyProtected;
            import dev.keywright.annotations.PublicEndpoint;
            import dev.keywright.annotations.RateLimited;
            import java.util.List;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;

            @RestController
            class OrderController {

                @GetMapping("/orders")
                @ApiKeyProtected(scopes = "orders:read")
                @RateLimited("60 per minute")
                List<String> list() {
                    return List.of("tea", "bread");
                }

                @GetMapping("/health")
                @PublicEndpoint(reason = "asked by the load balancer")
                String health() {
                    return "up";
                }
            }
            """;

    private static final String LOMBOK_ORDER = """
            package shop;

            import lombok.AllArgsConstructor;
            import lombok.Builder;
            import lombok.Getter;
            import lombok.NoArgsConstructor;
            import lombok.Setter;

            @Getter
            @Setter
            @Builder
            @NoArgsConstructor
            @AllArgsConstructor
            class Order {

                private String item;
                private int count;
            }
            """;

    private static final String MAPPER = """
            package shop;

            import org.mapstruct.Mapper;

            @Mapper
            interface OrderMapper {

                OrderView view(Order order);

                record OrderView(String item, int count) {}
            }
            """;
}
