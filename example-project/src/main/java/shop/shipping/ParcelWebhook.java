package shop.shipping;

import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.RateLimited;
import dev.keywright.annotations.SignatureScheme;
import dev.keywright.runtime.Caller;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hears where parcels are. The carrier signs as Standard Webhooks say, and sends a message again, newly signed, when it got no
 * answer: such a retry is admitted, and known by the id that it keeps.
 */
@RestController
public class ParcelWebhook {

    private static final int MOST_REMEMBERED = 10_000;

    /** A real shop keeps these beside its orders, in the same transaction. */
    private final Map<String, Boolean> taken = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    @PostMapping("/webhooks/parcels")
    @HmacSigned(scheme = SignatureScheme.STANDARD_WEBHOOKS, secret = "parcels-webhook", bodyLimit = "16 KiB")
    @RateLimited("600 per minute")
    Map<String, String> moved(@RequestBody Parcel parcel, Caller caller) {
        boolean first = taken.putIfAbsent(String.valueOf(caller.deliveryId()), true) == null;
        return Map.of("order", String.valueOf(parcel.order()), "noted", first ? "now" : "before");
    }
}
