package guarded2;

import org.springframework.web.bind.annotation.RestController;

@RestController
class BakeryController implements Bakery {

    @Override
    public String bread() {
        return "rye";
    }

    @Override
    public String bake(String kind) { // BUG: UnprotectedEndpoint
        return kind;
    }

    @Override
    public String cake(String kind) { // BUG: MissingRateLimit
        return kind;
    }
}
