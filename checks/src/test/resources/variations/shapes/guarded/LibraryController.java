package guarded;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/library")
public class LibraryController {

    record Book(String isbn, String title) {}

    @GetMapping("/books")
    @ApiKeyProtected(scopes = "books:read")
    @RateLimited("100 per minute")
    public List<Book> books() { // OK: UnprotectedEndpoint
        return List.of();
    }

    @GetMapping("/health")
    @PublicEndpoint(reason = "asked by the load balancer")
    @RateLimited("600 per minute")
    public String health() { // OK: UnprotectedEndpoint
        return "UP";
    }

    @DeleteMapping("/books/{isbn}")
    public ResponseEntity<Void> remove(@PathVariable String isbn) { // BUG: UnprotectedEndpoint
        return ResponseEntity.noContent().build();
    }

    @RequestMapping(value = "/books/{isbn}/copies", method = RequestMethod.GET)
    public int copies(@PathVariable String isbn) { // BUG: UnprotectedEndpoint
        return 3;
    }

    @PutMapping("/books/{isbn}")
    @ApiKeyProtected(scopes = "books:read") // BUG: ReadScopeOnWrite
    @RateLimited("100 per minute")
    public Book replace(@PathVariable String isbn, @RequestBody Book book) {
        return book;
    }

    @PatchMapping("/books/{isbn}")
    @BearerProtected(scopes = {"books.read", "books.view"}) // BUG: ReadScopeOnWrite
    @RateLimited("100 per minute")
    public Book rename(@PathVariable String isbn, @RequestBody String title) {
        return new Book(isbn, title);
    }

    @PostMapping("/books")
    @ApiKeyProtected(scopes = "books:write")
    @RateLimited("100 per minute")
    public Book add(@RequestBody Book book) { // OK: ReadScopeOnWrite
        return book;
    }

    @PostMapping("/books/search")
    @ApiKeyProtected(scopes = "books:read")
    @RateLimited("100 per minute")
    public List<Book> search(@RequestBody String query) { // OK: ReadScopeOnWrite
        return List.of();
    }

    @GetMapping("/loans")
    @BearerProtected(scopes = "loans:read")
    public List<String> loans(@RequestParam String member) { // BUG: MissingRateLimit
        return List.of();
    }

    @RequestMapping(value = "/loans/{id}", method = {RequestMethod.POST, RequestMethod.DELETE})
    @BearerProtected(scopes = "loans:read") // BUG: ReadScopeOnWrite
    @RateLimited("10 per minute")
    public void giveBack(@PathVariable long id) {
        System.out.println("back: " + id);
    }
}
