package crm.web;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.RateLimited;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
class Contacts {
    private static final String READ = "contacts:read";

    @PostMapping("/contacts")
    @ApiKeyProtected(scopes = "contacts:read") // BUG: ReadScopeOnWrite
    void create() {}

    @DeleteMapping("/contacts/{id}")
    @ApiKeyProtected(scopes = READ) // BUG: ReadScopeOnWrite
    void delete() {}

    @PutMapping("/contacts/{id}")
    @ApiKeyProtected(scopes = {"contacts:read", "contacts:list"}) // BUG: ReadScopeOnWrite
    void replace() {}

    @RequestMapping(value = "/contacts/{id}/merge", method = RequestMethod.POST)
    @ApiKeyProtected(scopes = "contacts.readonly") // BUG: ReadScopeOnWrite
    void merge() {}

    @PatchMapping("/contacts/{id}")
    @BearerProtected(scopes = "read:contacts") // BUG: ReadScopeOnWrite
    void patch() {}

    @PostMapping("/contacts/search")
    @ApiKeyProtected(scopes = "contacts:read")
    void search() {} // OK: ReadScopeOnWrite

    @PostMapping("/contacts/batch")
    @ApiKeyProtected(scopes = {"contacts:read", "contacts:write"})
    void batch() {} // OK: ReadScopeOnWrite

    @GetMapping("/contacts")
    @ApiKeyProtected(scopes = "contacts:read")
    void list() {} // OK: ReadScopeOnWrite

    @PostMapping("/graphql")
    @ApiKeyProtected(scopes = "contacts:read")
    void graphql() {} // OK: ReadScopeOnWrite

    @PostMapping("/threads")
    @ApiKeyProtected(scopes = "threads:admin")
    void threads() {} // OK: ReadScopeOnWrite
}

@RestController
@ApiKeyProtected(scopes = "deals:read")
@RateLimited("60 per minute")
class Deals {
    @GetMapping("/deals")
    void list() {} // OK: ReadScopeOnWrite

    @DeleteMapping("/deals/{id}")
    void drop() {} // BUG: ReadScopeOnWrite
}

@Path("/tasks")
@RateLimited("60 per minute")
class Tasks {
    @DELETE
    @Path("/{id}")
    @ApiKeyProtected(scopes = "tasks:view") // BUG: ReadScopeOnWrite
    public void remove() {}

    @PATCH
    @ApiKeyProtected(scopes = "tasks:edit")
    public void edit() {} // OK: ReadScopeOnWrite

    @POST
    @Path("/export")
    @ApiKeyProtected(scopes = "tasks:view")
    public void export() {} // OK: ReadScopeOnWrite
}
