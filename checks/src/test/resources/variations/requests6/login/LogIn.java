package login;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Telling extends HttpServlet {
    private final Map<String, String> users = Map.of();

    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("username");
        String pass = request.getParameter("password");
        String kept = users.get(name);
        if (kept == null) {
            response.getWriter().println("User " + name + " does not exist"); // BUG: AuthenticationEnumeration
            return;
        }
        if (!kept.equals(pass)) {
            response.getWriter().println("Password is wrong");
            return;
        }
        request.getSession().setAttribute("user", name);
    }
}

class Silent extends HttpServlet {
    private final Map<String, String> users = Map.of();

    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("username");
        String pass = request.getParameter("password");
        String kept = users.get(name);
        if (kept == null) {
            response.getWriter().println("Name or password is wrong"); // OK: AuthenticationEnumeration
            return;
        }
        if (!kept.equals(pass)) {
            response.getWriter().println("Name or password is wrong");
            return;
        }
        request.getSession().setAttribute("user", name);
    }
}
