package eleventh;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.http.NameValuePair;
import org.apache.http.client.utils.URIUtils;
import org.apache.http.client.utils.URLEncodedUtils;
import org.apache.http.message.BasicNameValuePair;

/** A query that a list of pairs is put into. */
final class Addresses {

    private final String apiKey;

    Addresses(String apiKey) {
        this.apiKey = apiKey;
    }

    URI of(String path, Collection<? extends NameValuePair> given) throws Exception {
        List<NameValuePair> pairs = new ArrayList<NameValuePair>(given);
        pairs.add(new BasicNameValuePair("key", apiKey));
        return URIUtils.createURI("https", "tracker.example", 443, path, URLEncodedUtils.format(pairs, "UTF-8"), null); // BUG: SecretInUrl
    }

    URI plain(String path, String page) throws Exception {
        List<NameValuePair> pairs = new ArrayList<NameValuePair>();
        pairs.add(new BasicNameValuePair("page", page));
        return URIUtils.createURI("https", "tracker.example", 443, path, URLEncodedUtils.format(pairs, "UTF-8"), null); // OK: SecretInUrl
    }
}
