package eleventh;

import com.acme.portal.log.Log;
import com.acme.portal.log.LogFactory;
import com.google.common.collect.Lists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.StringTokenizer;

/** A portal's own logger, under a name with an underscore. */
final class BasicLogin {

    private static final Log _log = LogFactory.getLog(BasicLogin.class);

    void read(HttpServletRequest request) {
        StringTokenizer parts = new StringTokenizer(request.getHeader("Authorization"));
        String scheme = parts.nextToken();
        _log.debug("scheme " + scheme); // OK: SecretLogged
        String password = parts.nextToken();
        _log.debug("password " + password); // BUG: SecretLogged
    }

    void trace(RestRequest request) {
        _log.trace("all" + Lists.newArrayList(request.headers())); // BUG: SecretLogged
        _log.trace("some " + Lists.newArrayList(request.names())); // OK: SecretLogged
    }
}
