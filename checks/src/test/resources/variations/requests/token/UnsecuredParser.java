package com.acme.gateway;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;

class UnsecuredParser {
    Claims anything(String jwt) {
        return Jwts.parser().unsecured().build().parseUnsecuredClaims(jwt).getPayload(); // BUG: UnverifiedToken
    }

    boolean isSignedLooking(String jwt) {
        return Jwts.parser().isSigned(jwt); // OK: UnverifiedToken
    }
}
