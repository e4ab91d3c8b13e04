package net.acme.seventh;

import java.util.Arrays;
import java.util.Objects;

/** The secret that belongs to what somebody says to be, beside the one that came with it. */
class Tickets {

    private final Secrets secrets;

    Tickets(Secrets secrets) {
        this.secrets = secrets;
    }

    boolean changed(Ticket before, Ticket after) {
        return !Objects.equals(before.getPassword(), after.getPassword());
    }

    boolean sameOwner(Ticket ticket) {
        return Objects.equals(findOwner(ticket.getId()), ticket.getOwner());
    }

    void admit(Ticket ticket) {
        if (!Arrays.equals(secrets.retrievePassword(ticket.getId()), ticket.getPassword())) { // BUG: TimingUnsafeComparison
            throw new IllegalStateException("wrong ticket");
        }
    }

    boolean valid(Ticket ticket) {
        return lookupSecret(ticket.getOwner()).equals(ticket.getSecret()); // BUG: TimingUnsafeComparison
    }

    private String findOwner(long id) {
        return secrets.owner(id);
    }

    private String lookupSecret(String owner) {
        return secrets.of(owner);
    }
}
