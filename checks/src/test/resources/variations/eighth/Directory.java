package eighth;

import javax.servlet.http.HttpServletRequest;

/** Passwords and keys that are looked up for a name that came with them. */
final class Directory {

    private final Tree tree;

    Directory(Tree tree) {
        this.tree = tree;
    }

    boolean verifyCredentials(String user, String passwordCleartext) {
        Entry entry = tree.entryOf(user);
        String password = entry.text("password");
        return passwordCleartext.equals(password); // BUG: TimingUnsafeComparison
    }

    boolean verifyInput(String user, String password) {
        String trimmedPassword = password.trim();
        return password.equals(trimmedPassword);
    }

    Object client(HttpServletRequest request) {
        String apiKey = request.getHeader("X-Api-Key");
        return tree.getApiKey(apiKey); // BUG: RawKeyLookup
    }

    Object clientByName(HttpServletRequest request) {
        return tree.getApiKey(request.getParameter("client"));
    }

    interface Tree {
        Entry entryOf(String name);

        Object getApiKey(String key);
    }

    interface Entry {
        String text(String name);
    }
}
