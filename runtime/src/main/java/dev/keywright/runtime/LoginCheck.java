package dev.keywright.runtime;

import dev.keywright.runtime.account.AccountReader;
import dev.keywright.runtime.account.LoginThrottle;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.login.AttemptStoreException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The log-in protection of one endpoint. */
final class LoginCheck {

    /**
     * Whether an attempt may go on.
     *
     * @param wrong why not; null when it may
     * @param waitMillis how long to wait, where that is why
     * @param attempt what to tell the outcome; null when it may not go on
     */
    record Answer(
            @Nullable Reason wrong,
            long waitMillis,
            @Nullable LoginAttempt attempt) {

        static Answer no(Reason wrong) {
            return new Answer(wrong, 0, null);
        }
    }

    private final LoginPolicy policy;
    private final AccountReader reader;
    private final LoginThrottle throttle;

    LoginCheck(LoginPolicy policy, LoginThrottle throttle) {
        this.policy = policy;
        this.reader = new AccountReader(policy.account());
        this.throttle = throttle;
    }

    long bodyLimitBytes() {
        return policy.bodyLimitBytes();
    }

    /** Finds the account and charges an attempt on it. */
    Answer begin(Exchange exchange, byte[] body, InetAddress address, long nowMillis) {
        String account = reader.read(exchange, body);
        if (account == null) {
            return Answer.no(Reason.ACCOUNT_UNREADABLE);
        }
        try {
            LoginThrottle.Answer answer = throttle.begin(account, address, nowMillis);
            if (answer == null) {
                return Answer.no(Reason.ACCOUNT_UNREADABLE);
            }
            LoginThrottle.Ticket ticket = answer.ticket();
            return ticket == null
                    ? new Answer(
                            answer.locked() ? Reason.LOGIN_LOCKED : Reason.LOGIN_DELAYED, answer.waitMillis(), null)
                    : new Answer(null, 0, new LoginAttempt(ticket));
        } catch (AttemptStoreException e) {
            return Answer.no(Reason.LOGIN_STORE_UNAVAILABLE);
        }
    }
}
