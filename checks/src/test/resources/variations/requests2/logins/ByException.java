package org.example.shiro;

import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.LockedAccountException;
import org.apache.shiro.authc.UnknownAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.web.bind.annotation.PostMapping;

class LoginController {

    @PostMapping("/login")
    String login(String username, String password) {
        try {
            SecurityUtils.getSubject().login(new UsernamePasswordToken(username, password));
            return ok();
        } catch (UnknownAccountException e) {
            return error("Unknown account"); // BUG: AuthenticationEnumeration
        } catch (IncorrectCredentialsException e) {
            return error("Wrong password");
        } catch (LockedAccountException e) {
            return error("Account is locked");
        }
    }

    @PostMapping("/signin")
    String signin(String username, String password) {
        try {
            SecurityUtils.getSubject().login(new UsernamePasswordToken(username, password));
            return ok();
        } catch (UnknownAccountException | IncorrectCredentialsException e) {
            return error("Wrong name or password"); // OK: AuthenticationEnumeration
        } catch (AuthenticationException e) {
            return error("Log-in failed");
        }
    }

    @PostMapping("/alike")
    String alike(String username, String password) {
        try {
            SecurityUtils.getSubject().login(new UsernamePasswordToken(username, password));
            return ok();
        } catch (UnknownAccountException e) {
            return error("Wrong name or password"); // OK: AuthenticationEnumeration
        } catch (IncorrectCredentialsException e) {
            return error("Wrong name or password");
        }
    }

    String ok() {
        return "{}";
    }

    String error(String text) {
        return "{\"error\":\"" + text + "\"}";
    }
}

class FailureHandler {
    void onAuthenticationFailure(javax.servlet.http.HttpServletResponse response, Exception exception) throws Exception {
        String message;
        if (exception instanceof UsernameNotFoundException) {
            message = "User does not exist"; // BUG: AuthenticationEnumeration
        } else if (exception instanceof BadCredentialsException) {
            message = "Wrong password";
        } else if (exception instanceof LockedException) {
            message = "Locked";
        } else {
            message = "Failed";
        }
        response.getWriter().write(message);
    }

    void alike(javax.servlet.http.HttpServletResponse response, Exception exception) throws Exception {
        String message;
        if (exception instanceof BadCredentialsException || exception instanceof UsernameNotFoundException) {
            message = "Wrong name or password"; // OK: AuthenticationEnumeration
        } else {
            message = "Failed";
        }
        response.getWriter().write(message);
    }
}
