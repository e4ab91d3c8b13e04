package tenth;

/** Tokens that an object carries. */
final class Guards {

    void validateToken(RpcToken carrier, Users users, long user) {
        String expectedToken = users.issuedTo(user);
        if (!expectedToken.equals(carrier.getToken())) { // BUG: TimingUnsafeComparison
            throw new IllegalStateException("invalid token");
        }
    }

    boolean isNext(Lexer lexer) {
        String expectedToken = lexer.following();
        return expectedToken.equals(lexer.getToken());
    }

    interface Users {
        String issuedTo(long user);
    }

    interface RpcToken {
        String getToken();
    }

    interface Lexer {
        String following();

        String getToken();
    }
}
