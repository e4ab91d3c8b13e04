package dev.keywright.runtime.account;

import dev.keywright.annotations.internal.grammar.Limit;
import dev.keywright.runtime.limit.AddressGroup;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.login.AttemptStore.Charge;
import dev.keywright.runtime.login.AttemptStoreException;
import dev.keywright.runtime.login.Backoff;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Charges log-ins of one endpoint before their password is looked at, and gives them back when it was right, so that parallel
 * guesses do not race past the count. Whether an account exists makes no difference: it is never asked.
 */
public final class LoginThrottle {

    private static final System.Logger LOG = System.getLogger("dev.keywright");

    private final AttemptStore store;
    private final AccountNames names;
    private final LoginRules rules;

    /**
     * Makes a throttle.
     *
     * @param endpoint tells its counts from those of other endpoints: a right password here must not wipe the failures of a
     *     one-time code there
     * @param failures how many failures are borne
     */
    public LoginThrottle(AttemptStore store, SecretKey key, String endpoint, Limit failures) {
        this.store = store;
        this.names = new AccountNames(endpoint, key);
        this.rules = LoginRules.of(failures);
    }

    /**
     * Whether an attempt may go on.
     *
     * @param waitMillis 0 when it may; else how long to wait
     * @param locked whether the account is locked for this address
     * @param ticket what was charged; null when it may not go on
     */
    public record Answer(
            long waitMillis, boolean locked, @Nullable Ticket ticket) {}

    /** What was charged. */
    public final class Ticket {

        private final String account;
        private final String pair;
        private final List<Charged> byAddress;

        private Ticket(String account, String pair, List<Charged> byAddress) {
            this.account = account;
            this.pair = pair;
            this.byAddress = byAddress;
        }

        /** The password was right: the account starts afresh, the address only gets this attempt back. */
        public void succeeded(long nowMillis) {
            try {
                store.reset(pair);
                store.reset(account);
                giveBack(byAddress, nowMillis);
            } catch (AttemptStoreException e) {
                // The attempt stays charged, which is the safe side.
                LOG.log(System.Logger.Level.WARNING, "A log-in that succeeded could not be given back.", e);
            }
        }
    }

    private record Charged(String name, Backoff backoff) {

        /** Without the name, which is a MAC of an account. */
        @Override
        public String toString() {
            return "Charged[" + backoff + "]";
        }
    }

    /**
     * Charges an attempt.
     *
     * @param account as the body writes it
     * @return null when the account has no usable name
     * @throws AttemptStoreException when the store cannot tell
     */
    public @Nullable Answer begin(String account, InetAddress address, long nowMillis) throws AttemptStoreException {
        String normalized = AccountNames.normalize(account);
        if (normalized == null) {
            return null;
        }
        List<Charged> charged = new ArrayList<>(3);
        AddressGroup group = AddressGroup.narrow(address);
        long wait = charge(new Charged(names.of("address", group.toString()), rules.address()), charged, nowMillis);
        if (wait == 0 && group.isV6()) {
            String network = group.wide().toString();
            wait = charge(new Charged(names.of("network", network), rules.network()), charged, nowMillis);
        }
        if (wait > 0) {
            giveBack(charged, nowMillis);
            return new Answer(wait, false, null);
        }
        Charged onAccount = new Charged(names.of("account", normalized), rules.account());
        int onAll = store.charge(onAccount.name(), onAccount.backoff(), 0, nowMillis)
                .count();
        String pair = names.of("pair", normalized, group.toString());
        Charge own = store.charge(pair, rules.pair(), rules.floor().delayMillis(onAll), nowMillis);
        if (!own.isTaken()) {
            charged.add(onAccount);
            giveBack(charged, nowMillis);
            return new Answer(own.waitMillis(), own.count() >= rules.lock(), null);
        }
        return new Answer(0, false, new Ticket(onAccount.name(), pair, charged));
    }

    private long charge(Charged what, List<Charged> charged, long nowMillis) throws AttemptStoreException {
        Charge charge = store.charge(what.name(), what.backoff(), 0, nowMillis);
        if (charge.isTaken()) {
            charged.add(what);
        }
        return charge.waitMillis();
    }

    private void giveBack(List<Charged> charged, long nowMillis) throws AttemptStoreException {
        for (Charged each : charged) {
            store.giveBack(each.name(), each.backoff(), nowMillis);
        }
    }
}
