package org.example.login;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

enum ErrorCode { USER_NOT_EXIST, PASSWORD_ERROR, LOGIN_FAILED }

class BusinessException extends RuntimeException {
    BusinessException(ErrorCode code) {
        super(code.name());
    }
}

class User {
    String getPassword() { return ""; }
    boolean isDeleted() { return false; }
    String getSalt() { return ""; }
}

interface UserMapper {
    User selectByUsername(String name);
    List<User> listByName(String name);
    Optional<User> findByEmail(String email);
}

class ByCode {
    UserMapper userMapper;

    User login(String name, String password) {
        User user = userMapper.selectByUsername(name);
        if (user == null) {
            throw new BusinessException(ErrorCode.USER_NOT_EXIST); // BUG: AuthenticationEnumeration
        }
        if (!Digests.md5(password + user.getSalt()).equals(user.getPassword())) {
            throw new BusinessException(ErrorCode.PASSWORD_ERROR);
        }
        return user;
    }

    User loginAlike(String name, String password) {
        User user = userMapper.selectByUsername(name);
        if (user == null) {
            throw new BusinessException(ErrorCode.LOGIN_FAILED); // OK: AuthenticationEnumeration
        }
        if (!Digests.md5(password + user.getSalt()).equals(user.getPassword())) {
            throw new BusinessException(ErrorCode.LOGIN_FAILED);
        }
        return user;
    }
}

class Nested {
    UserMapper userMapper;

    Map<String, Object> login(String name, String password) {
        Map<String, Object> result = new HashMap<>();
        User user = userMapper.selectByUsername(name);
        if (user != null) {
            if (user.getPassword().equals(Digests.md5(password))) {
                result.put("success", true);
            } else {
                result.put("success", false);
                result.put("message", "wrong password");
            }
        } else {
            result.put("success", false);
            result.put("message", "no such user"); // BUG: AuthenticationEnumeration
        }
        return result;
    }

    Map<String, Object> loginAlike(String name, String password) {
        Map<String, Object> result = new HashMap<>();
        User user = userMapper.selectByUsername(name);
        if (user != null && user.getPassword().equals(Digests.md5(password))) {
            result.put("success", true);
        } else {
            result.put("message", "wrong name or password"); // OK: AuthenticationEnumeration
        }
        return result;
    }
}

class ByNullCheck {
    UserMapper userMapper;
    PasswordEncoder passwordEncoder;

    ResponseEntity<String> login(String email, String password) {
        User user = userMapper.selectByUsername(email);
        if (Objects.isNull(user) || user.isDeleted()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body("Account does not exist"); // BUG: AuthenticationEnumeration
        }
        boolean matches = passwordEncoder.matches(password, user.getPassword());
        if (!matches) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("Invalid password");
        }
        return ResponseEntity.ok("welcome");
    }
}

class ByOptional {
    UserMapper userMapper;
    PasswordEncoder encoder;

    User login(String email, String password) {
        User user = userMapper.findByEmail(email)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "User not found")); // BUG: AuthenticationEnumeration
        if (!encoder.matches(password, user.getPassword())) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Bad password");
        }
        return user;
    }

    String page(String email, String password, Model model) {
        Optional<User> user = userMapper.findByEmail(email);
        if (!user.isPresent()) {
            model.addAttribute("error", "This e-mail address is not registered"); // BUG: AuthenticationEnumeration
            return "login";
        }
        if (!encoder.matches(password, user.get().getPassword())) {
            model.addAttribute("error", "The password is wrong");
            return "login";
        }
        return "redirect:/";
    }
}

class ByList {
    UserMapper userMapper;

    String login(HttpServletRequest request) {
        List<User> users = userMapper.listByName(request.getParameter("name"));
        if (users == null || users.size() == 0) {
            request.setAttribute("msg", "Unknown user name"); // BUG: AuthenticationEnumeration
            return "login";
        }
        if (!users.get(0).getPassword().equals(request.getParameter("password"))) {
            request.setAttribute("msg", "Wrong password");
            return "login";
        }
        return "home";
    }
}

class Digests {
    static String md5(String text) {
        return text;
    }
}
