package org.club.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.http.HttpStatus;

class People {
    private final MemberRepository members;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
    private final List<String> adminIps;
    private final Map<String, Integer> failedLogins;

    People(MemberRepository members, List<String> adminIps, Map<String, Integer> failedLogins) {
        this.members = members;
        this.adminIps = adminIps;
        this.failedLogins = failedLogins;
    }

    Member signIn(String mail, String password) {
        Optional<Member> member = members.findByMail(mail);
        if (member.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such member"); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(password, member.get().passwordHash())) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "wrong password");
        }
        return member.get();
    }

    Member signInQuick(String mail, String password) {
        Member member = members.byMail(mail);
        if (member == null) {
            return null; // BUG: AuthenticationEnumeration
        }
        return encoder.matches(password, member.passwordHash()) ? member : null;
    }

    Member signInEven(String mail, String password) {
        Member member = members.byMail(mail);
        String hash = member != null ? member.passwordHash() : Member.NOBODY;
        boolean ok = encoder.matches(password, hash);
        if (!ok || member == null) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "wrong mail or password"); // OK: AuthenticationEnumeration
        }
        return member;
    }

    boolean isAdmin(HttpServletRequest request) {
        String address = Optional.ofNullable(request.getHeader("X-Real-IP")).orElse(request.getRemoteAddr());
        return adminIps.contains(address); // BUG: SpoofableClientAddress
    }

    void failed(HttpServletRequest request) {
        failedLogins.merge(client(request), 1, Integer::sum); // BUG: SpoofableClientAddress
    }

    private String client(HttpServletRequest request) {
        String xff = request.getHeader("X-Forwarded-For");
        if (xff != null && !xff.isBlank()) {
            return xff.split(",")[0].trim();
        }
        return request.getRemoteAddr();
    }

    void failedByPeer(HttpServletRequest request) {
        failedLogins.merge(request.getRemoteAddr(), 1, Integer::sum); // OK: SpoofableClientAddress
    }

    interface MemberRepository {
        Optional<Member> findByMail(String mail);

        Member byMail(String mail);
    }

    interface Member {
        String NOBODY = "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5xJp4F5rP5r5cQmPZ5Y5o9q1b1b1a";

        String passwordHash();
    }
}
