package dev.keywright.runtime;

import dev.keywright.runtime.ApiKeyCheck.Presented;
import dev.keywright.runtime.HmacCheck.Signed;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.limit.AddressLimit;
import dev.keywright.runtime.net.Forwarding;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check of one exchange, step by step. Generated guards call the steps that their policy needs, in order, and return
 * {@link #denied()} after the first that says no. A step that is left out or taken out of turn ends in an
 * {@link IllegalStateException}, never in an admission. Used by one thread.
 */
public final class Attempt {

    private final Keywright keywright;
    private final EndpointPlan plan;
    private final Exchange exchange;

    /** When it began, by the monotonic clock; 0 when nobody asks. */
    final long startedNanos;

    private int done;
    private Forwarding.@Nullable Client client;
    private @Nullable Presented keys;
    private BearerCheck.@Nullable Presented bearer;
    private @Nullable Signed signed;
    private byte @Nullable [] body;
    private @Nullable Denied refused;
    private @Nullable String requestId;
    private @Nullable LoginAttempt login;

    Attempt(Keywright keywright, EndpointPlan plan, Exchange exchange) {
        this.keywright = keywright;
        this.plan = plan;
        this.exchange = exchange;
        this.startedNanos = keywright.endings.isObserved() ? System.nanoTime() : 0;
    }

    /** Step 1: TLS, or a connection that needs none. */
    public boolean transportAllowed() {
        if (!enter(Step.TRANSPORT)) {
            return taken(Step.TRANSPORT);
        }
        return keywright.transport.allows(exchange, this) ? pass(Step.TRANSPORT) : deny(Reason.PLAIN_HTTP);
    }

    /** Step 2: the limits by ADDRESS and GLOBAL. */
    public boolean withinOpenLimits() {
        if (!enter(Step.OPEN_LIMITS)) {
            return taken(Step.OPEN_LIMITS);
        }
        for (AddressLimit limit : plan.addressLimits) {
            long wait = limit.take(client().address());
            if (wait > 0) {
                return denyLimit(Reason.LIMIT_ADDRESS, wait);
            }
        }
        for (EndpointPlan.GlobalLimit limit : plan.globalLimits) {
            long wait = limit.counter().take();
            if (wait > 0) {
                return denyLimit(Reason.LIMIT_GLOBAL, wait);
            }
        }
        return pass(Step.OPEN_LIMITS);
    }

    /** Step 3: exactly one well-formed API key was presented. */
    public boolean apiKeyPresented() {
        if (!enter(Step.API_KEY_PRESENTED)) {
            return taken(Step.API_KEY_PRESENTED);
        }
        for (ApiKeyCheck check : plan.requiredKeys) {
            Reason wrong = read(check);
            if (wrong != null) {
                return deny(wrong);
            }
        }
        return pass(Step.API_KEY_PRESENTED);
    }

    /** Step 3: exactly one well-formed bearer token was presented. */
    public boolean bearerPresented() {
        if (!enter(Step.BEARER_PRESENTED)) {
            return taken(Step.BEARER_PRESENTED);
        }
        BearerCheck check = plan.requiredBearer;
        return passUnless(check == null ? null : read(check), Step.BEARER_PRESENTED);
    }

    /** Step 3: exactly one well-formed signature was presented, and its time is within the window. */
    public boolean signaturePresented() {
        if (!enter(Step.SIGNATURE_PRESENTED)) {
            return taken(Step.SIGNATURE_PRESENTED);
        }
        HmacCheck check = plan.requiredSignature;
        return passUnless(check == null ? null : read(check), Step.SIGNATURE_PRESENTED);
    }

    /** Step 3: exactly one of the credentials of {@code @AnyOf} was presented, well formed. */
    public boolean oneCredentialPresented() {
        if (!enter(Step.ONE_PRESENTED)) {
            return taken(Step.ONE_PRESENTED);
        }
        return passUnless(plan.choice.present(exchange, this), Step.ONE_PRESENTED);
    }

    @Nullable
    Reason read(BearerCheck check) {
        bearer = new BearerCheck.Presented(check);
        return check.present(exchange, bearer);
    }

    @Nullable
    Reason read(ApiKeyCheck check) {
        keys = new Presented(check, keys);
        return check.present(exchange, keys);
    }

    @Nullable
    Reason read(HmacCheck check) {
        signed = new Signed(check);
        return check.present(exchange, keywright.nowMillis(), signed);
    }

    /** Step 4: the key or secret is known; an unknown one costs the same work. */
    public boolean credentialsKnown() {
        if (!enter(Step.KNOWN)) {
            return taken(Step.KNOWN);
        }
        for (Presented key = keys; key != null; key = key.next) {
            Reason wrong = key.check.lookUp(key);
            if (wrong != null) {
                return deny(wrong);
            }
        }
        if (bearer != null) {
            Reason wrong = bearer.check.lookUp(bearer);
            if (wrong != null) {
                return deny(wrong);
            }
        }
        if (signed != null) {
            signed.check.lookUp(signed);
        }
        return pass(Step.KNOWN);
    }

    /** Step 5: the body was captured within its limit. */
    public boolean bodyCaptured() {
        if (!enter(Step.BODY)) {
            return taken(Step.BODY);
        }
        long limit = Proofs.bodyLimit(keys, bearer, signed, plan.login);
        if (limit < 0) {
            return pass(Step.BODY);
        }
        try {
            body = exchange.body().capture(limit);
            return pass(Step.BODY);
        } catch (IOException e) {
            return deny(Denials.reason(e));
        }
    }

    /** Step 6: the signature fits the request. */
    public boolean signatureValid() {
        if (!enter(Step.SIGNATURE_VALID)) {
            return taken(Step.SIGNATURE_VALID);
        }
        if (signed != null) {
            if (body == null) {
                throw new IllegalStateException(Messages.stepSkipped());
            }
            return passUnless(signed.check.verify(exchange, body, signed), Step.SIGNATURE_VALID);
        }
        return pass(Step.SIGNATURE_VALID);
    }

    /** Step 7: the key is valid now and from this address. */
    public boolean inGoodStanding() {
        if (!enter(Step.STANDING)) {
            return taken(Step.STANDING);
        }
        for (Presented key = keys; key != null; key = key.next) {
            Reason wrong = key.standing(keywright, this);
            if (wrong != null) {
                return deny(wrong);
            }
        }
        return passUnless(bearer == null ? null : bearer.standing(keywright.nowMillis()), Step.STANDING);
    }

    /** Step 8: the key holds the scopes. */
    public boolean scopesHeld() {
        if (!enter(Step.SCOPES)) {
            return taken(Step.SCOPES);
        }
        return Proofs.holdScopes(keys, bearer) ? pass(Step.SCOPES) : deny(Reason.SCOPE_MISSING);
    }

    /** Step 9: the nonce was not used before. */
    public boolean nonceUnseen() {
        if (!enter(Step.NONCE_UNSEEN)) {
            return taken(Step.NONCE_UNSEEN);
        }
        // Where nothing is charged in between, step 11 gives the same answer right away.
        boolean charged = keys != null || bearer != null || plan.credentialLimits.length > 0;
        if (charged && signed != null && signed.check.isSeen(signed)) {
            return deny(Reason.SIGNATURE_REPLAYED);
        }
        return pass(Step.NONCE_UNSEEN);
    }

    /** Step 10: the limits by CREDENTIAL, and the key's own. */
    public boolean withinCredentialLimits() {
        if (!enter(Step.CREDENTIAL_LIMITS)) {
            return taken(Step.CREDENTIAL_LIMITS);
        }
        long wait = plan.charges.take(keys, bearer, signed);
        return wait > 0 ? denyLimit(Reason.LIMIT_CREDENTIAL, wait) : pass(Step.CREDENTIAL_LIMITS);
    }

    /** Step 11: the nonce is recorded now, and was not before. */
    public boolean nonceRecorded() {
        // Keys may have limits of their own where the endpoint has none; they come before the nonce is spent.
        if (refused == null && (done & Step.CREDENTIAL_LIMITS) == 0 && !withinCredentialLimits()) {
            return false;
        }
        if (!enter(Step.NONCE_RECORDED)) {
            return taken(Step.NONCE_RECORDED);
        }
        return passUnless(
                signed == null ? null : signed.check.record(signed, keywright.nowMillis()), Step.NONCE_RECORDED);
    }

    /** Step 12: the account that the body names may try a password now; the attempt is charged until it succeeds. */
    public boolean loginAllowed() {
        if (refused == null && (done & Step.CREDENTIAL_LIMITS) == 0 && !withinCredentialLimits()) {
            return false;
        }
        if (!enter(Step.LOGIN)) {
            return taken(Step.LOGIN);
        }
        if (plan.login != null) {
            if (body == null) {
                throw new IllegalStateException(Messages.stepSkipped());
            }
            LoginCheck.Answer answer = plan.login.begin(exchange, body, client().address(), keywright.nowMillis());
            if (answer.wrong() != null) {
                return denyLimit(answer.wrong(), answer.waitMillis() * 1_000_000L);
            }
            login = answer.attempt();
        }
        return pass(Step.LOGIN);
    }

    /**
     * The admission, after all steps.
     *
     * @return the admission; a denial when the key's own limit is used up
     * @throws IllegalStateException when a step that the policy needs was not taken or said no
     */
    public Verdict admitted() {
        if (refused != null || (plan.steps & ~done) != 0) {
            throw new IllegalStateException(Messages.stepSkipped());
        }
        if ((done & Step.CREDENTIAL_LIMITS) == 0 && !withinCredentialLimits()) {
            return denied();
        }
        for (Presented key = keys; key != null; key = key.next) {
            key.admitted();
        }
        keywright.endings.admitted(this);
        return new Admitted(this, Proofs.caller(keys, bearer, signed), login);
    }

    /**
     * The refusal, after a step said no.
     *
     * @throws IllegalStateException when none did
     */
    public Denied denied() {
        if (refused == null) {
            throw new IllegalStateException(Messages.nothingDenied());
        }
        return refused;
    }

    /** Counted last: whoever sees the count sees what the ending meant for the account too. */
    void completed(Outcome outcome) {
        try {
            if (login != null && !login.end(outcome, keywright.nowMillis())) {
                keywright.endings.loginFailed(this);
            }
        } finally {
            keywright.endings.completed(this, outcome);
        }
    }

    /** What was presented, for metrics. */
    String presented() {
        return Proofs.presented(keys, bearer, signed, login != null);
    }

    EndpointPlan plan() {
        return plan;
    }

    Exchange exchange() {
        return exchange;
    }

    /** The id of the key that was named, even if it was not proved; null when none is known. */
    @Nullable
    String auditKeyId() {
        return Proofs.keyId(keys, bearer, signed);
    }

    @Nullable
    String auditOwner() {
        return Proofs.owner(keys, bearer, signed);
    }

    InetAddress clientAddress() {
        return client().address();
    }

    Header requestId() {
        String id = requestId;
        if (id == null) {
            id = RequestIds.next();
            requestId = id;
        }
        return new Header(keywright.requestIdHeader, id);
    }

    /** The RateLimit fields of every limit that this exchange counts against, as far as it got. */
    List<Header> rateLimitHeaders() {
        boolean proved = Proofs.areGiven(keys, bearer, signed);
        boolean inGoodStanding = (done & Step.STANDING) != 0;
        return proved && inGoodStanding
                ? plan.charges.fields(client().address(), keys, bearer, signed)
                : plan.charges.fields(client().address(), null, null, null);
    }

    Forwarding.Client client() {
        Forwarding.Client known = client;
        if (known == null) {
            known = keywright.transport.client(exchange);
            client = known;
        }
        return known;
    }

    /** Whether the step is to be taken now; every step that the policy needs before it must have been. */
    private boolean enter(int step) {
        if (refused != null || (done & step) != 0) {
            return false;
        }
        if ((plan.steps & (step - 1) & ~done) != 0) {
            throw new IllegalStateException(Messages.stepSkipped());
        }
        return true;
    }

    private boolean taken(int step) {
        return refused == null && (done & step) != 0;
    }

    private boolean pass(int step) {
        done |= step;
        return true;
    }

    private boolean passUnless(@Nullable Reason wrong, int step) {
        return wrong == null ? pass(step) : deny(wrong);
    }

    private boolean deny(Reason reason) {
        refused = keywright.endings.refuse(this, reason, 0, plan.policy.endpoint());
        return false;
    }

    private boolean denyLimit(Reason reason, long waitNanos) {
        refused = keywright.endings.refuse(this, reason, waitNanos, plan.policy.endpoint());
        return false;
    }
}
