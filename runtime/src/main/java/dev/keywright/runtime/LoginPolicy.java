package dev.keywright.runtime;

import dev.keywright.annotations.internal.grammar.AccountPath;
import dev.keywright.annotations.internal.grammar.Limit;
import dev.keywright.annotations.internal.grammar.LoginGrammar;
import dev.keywright.annotations.internal.grammar.SizeGrammar;

/**
 * The endpoint checks a password itself; failures are counted and put off.
 *
 * @param account where the body names the account
 * @param failures how many failures are borne from one address for one account
 * @param bodyLimitBytes the largest body in bytes
 */
public record LoginPolicy(AccountPath account, Limit failures, long bodyLimitBytes) {

    /**
     * Reads the attributes of an annotation.
     *
     * @throws IllegalArgumentException when one does not follow its grammar
     */
    public static LoginPolicy of(String account, String failures, String bodyLimit) {
        return new LoginPolicy(
                AccountPath.parse(account), LoginGrammar.failures(failures), SizeGrammar.parse(bodyLimit));
    }
}
