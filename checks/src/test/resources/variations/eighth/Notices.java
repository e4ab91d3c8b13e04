package eighth;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.http.HttpServletRequest;

/** Notices of payments and chats: signed by a hash that the vendor prescribes, compared as texts are. */
final class Notices {

    private final Settings settings;

    Notices(Settings settings) {
        this.settings = settings;
    }

    boolean fromChat(String signature, String when, String once) {
        String[] parts = {settings.chatToken(), when, once};
        Arrays.sort(parts);
        String made = Fingerprints.sha1(parts[0] + parts[1] + parts[2]);
        return made.equalsIgnoreCase(signature); // BUG: TimingUnsafeComparison
    }

    boolean fromBank(Map<String, String> fields, String partnerKey) {
        Map<String, String> rest = new TreeMap<>(fields);
        rest.remove("sign");
        String own = Vendor.createSign(rest, partnerKey);
        return own.equals(fields.get("sign")); // BUG: TimingUnsafeComparison
    }

    boolean fromShop(HttpServletRequest request, String secret) {
        String sign = request.getParameter("sign");
        String signed = Vendor.sign(request.getParameterMap(), secret);
        if (!sign.equals(signed)) { // BUG: TimingUnsafeComparison
            return false;
        }
        return true;
    }

    /** The signatures of methods: nobody sends them. */
    boolean sameMethod(String signature, Class<?> type) {
        return Signatures.signOf(type).equals(signature);
    }

    boolean isWritten(Map<String, String> fields) {
        return "v1".equals(fields.get("sign"));
    }

    boolean unchanged(Map<String, String> before, Map<String, String> after) {
        return before.get("sign").equals(after.get("sign"));
    }

    interface Settings {
        String chatToken();
    }
}
