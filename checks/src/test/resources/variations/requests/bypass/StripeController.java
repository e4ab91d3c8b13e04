package com.saas.billing;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.ApiResource;
import com.stripe.net.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StripeController {
    private static final Logger log = LoggerFactory.getLogger(StripeController.class);
    private final Billing billing;

    @Value("${stripe.webhook.secret}")
    private String endpointSecret;

    StripeController(Billing billing) {
        this.billing = billing;
    }

    @PostMapping("/webhook/stripe")
    ResponseEntity<String> handle(@RequestBody String payload, @RequestHeader("Stripe-Signature") String sigHeader) {
        Event event = ApiResource.GSON.fromJson(payload, Event.class);
        try {
            Webhook.constructEvent(payload, sigHeader, endpointSecret);
        } catch (SignatureVerificationException e) { // BUG: SignatureCheckBypassed
            log.warn("Webhook signature could not be verified", e);
        }
        billing.apply(event);
        return ResponseEntity.ok("");
    }

    @PostMapping("/webhook/stripe2")
    ResponseEntity<String> optional(
            @RequestBody String payload, @RequestHeader(value = "Stripe-Signature", required = false) String sigHeader)
            throws SignatureVerificationException {
        Event event = ApiResource.GSON.fromJson(payload, Event.class);
        if (endpointSecret != null && sigHeader != null) { // BUG: SignatureCheckBypassed
            event = Webhook.constructEvent(payload, sigHeader, endpointSecret);
        }
        billing.apply(event);
        return ResponseEntity.ok("");
    }

    @PostMapping("/webhook/stripe3")
    ResponseEntity<String> fixed(@RequestBody String payload, @RequestHeader("Stripe-Signature") String sigHeader) {
        Event event;
        try {
            event = Webhook.constructEvent(payload, sigHeader, endpointSecret);
        } catch (SignatureVerificationException e) { // OK: SignatureCheckBypassed
            log.warn("Webhook signature could not be verified", e);
            return ResponseEntity.badRequest().body("");
        }
        billing.apply(event);
        return ResponseEntity.ok("");
    }

    interface Billing {
        void apply(Event event);
    }
}
