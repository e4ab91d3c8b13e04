package io.acme.legacy;

import java.util.Map;

public class LoginBean {
    private UserDao dao;

    public boolean login(String name, String password) {
        User u = dao.byName(name);
        return u != null && u.password.equals(password); // BUG: TimingUnsafeComparison
    }

    public boolean loginWithToken(Map<String, String> headers) {
        User u = dao.byName(headers.get("user"));
        return u.getApiToken().equals(headers.get("authorization")); // BUG: TimingUnsafeComparison
    }
}
