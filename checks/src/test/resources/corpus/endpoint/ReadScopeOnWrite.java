package corpus.endpoint;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.RateLimited;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RateLimited("60 per minute")
class Articles {

    @PostMapping("/articles")
    @ApiKeyProtected(scopes = "articles:read") // BUG: ReadScopeOnWrite
    String create() {
        return "";
    }

    @PutMapping("/articles/{id}")
    @ApiKeyProtected(scopes = {"articles:read", "stock:read"}) // BUG: ReadScopeOnWrite
    String replace() {
        return "";
    }

    @PatchMapping("/articles/{id}")
    @ApiKeyProtected(scopes = "read") // BUG: ReadScopeOnWrite
    String change() {
        return "";
    }

    @DeleteMapping("/articles/{id}")
    @ApiKeyProtected(scopes = "articles:read") // BUG: ReadScopeOnWrite
    void delete() {}

    @RequestMapping(path = "/articles/{id}/publish", method = RequestMethod.POST)
    @ApiKeyProtected(scopes = "articles.read") // BUG: ReadScopeOnWrite
    void publish() {}

    @PostMapping("/articles/{id}/archive")
    @BearerProtected(scopes = "articles:read") // BUG: ReadScopeOnWrite
    void archive() {}

    @PostMapping("/articles/{id}/rename")
    @ApiKeyProtected(scopes = "articles:view") // BUG: ReadScopeOnWrite
    void rename() {}

    @PostMapping("/articles/{id}/list")
    @ApiKeyProtected(scopes = "articles:list") // BUG: ReadScopeOnWrite
    void enlist() {}

    @PostMapping("/articles/ok")
    @ApiKeyProtected(scopes = "articles:write") // OK: ReadScopeOnWrite
    void write() {}

    @PostMapping("/articles/both")
    @ApiKeyProtected(scopes = {"articles:read", "articles:write"}) // OK: ReadScopeOnWrite
    void both() {}

    @GetMapping("/articles")
    @ApiKeyProtected(scopes = "articles:read") // OK: ReadScopeOnWrite
    String list() {
        return "";
    }

    @PostMapping("/articles/search")
    @ApiKeyProtected(scopes = "articles:read") // OK: ReadScopeOnWrite
    String search() {
        return "";
    }

    @PostMapping("/articles/export")
    @ApiKeyProtected(scopes = "articles:read") // OK: ReadScopeOnWrite
    String export() {
        return "";
    }

    @PostMapping("/graphql")
    @ApiKeyProtected(scopes = "articles:read") // OK: ReadScopeOnWrite
    String graphql() {
        return "";
    }

    @PostMapping("/articles/any")
    @ApiKeyProtected // OK: ReadScopeOnWrite
    void noScope() {}

    @PostMapping("/articles/all")
    @ApiKeyProtected(scopes = "articles:*") // OK: ReadScopeOnWrite
    void star() {}

    @DeleteMapping("/articles/admin")
    @ApiKeyProtected(scopes = "articles:admin") // OK: ReadScopeOnWrite
    void admin() {}

    @PostMapping("/readers")
    @ApiKeyProtected(scopes = "readers:manage") // OK: ReadScopeOnWrite
    void readers() {}
}

@RestController
@RateLimited("60 per minute")
@ApiKeyProtected(scopes = "tags:read")
class Tags {

    @GetMapping("/tags")
    String list() { // OK: ReadScopeOnWrite
        return "";
    }

    @PostMapping("/tags")
    String create() { // BUG: ReadScopeOnWrite
        return "";
    }
}

@Path("/labels")
@RateLimited("60 per minute")
class Labels {

    @PUT
    @ApiKeyProtected(scopes = "labels:read") // BUG: ReadScopeOnWrite
    public String put() {
        return "";
    }
}
