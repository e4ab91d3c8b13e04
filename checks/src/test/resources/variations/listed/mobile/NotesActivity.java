package mobile;

import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.net.Uri;
import android.net.http.SslError;
import android.os.Bundle;
import android.util.Log;
import android.webkit.SslErrorHandler;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import android.widget.EditText;
import android.widget.Toast;
import java.security.MessageDigest;
import java.util.Random;

public class NotesActivity extends android.app.Activity {
    private static final String TAG = "Notes";
    private static final String API_KEY = "a8f5f167f44f4964e6c998dee827110c"; // BUG: HardcodedSecret
    private EditText passwordField;
    private EditText userField;

    void bad1() {
        String password = passwordField.getText().toString();
        Log.d(TAG, "Login " + userField.getText() + ":" + password); // BUG: SecretLogged
    }

    void bad2() {
        SharedPreferences prefs = getSharedPreferences("login", Context.MODE_PRIVATE);
        prefs.edit().putString("password", passwordField.getText().toString()).apply(); // BUG: WeakSecretStorage
    }

    void bad3(WebView view, String accessToken) {
        view.loadUrl("https://notes.example.com/app?access_token=" + accessToken); // BUG: SecretInUrl
    }

    class Trusting extends WebViewClient {
        @Override
        public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) { // BUG: DisabledTlsVerification
            handler.proceed();
        }
    }

    class Careful extends WebViewClient {
        @Override
        public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
            handler.cancel(); // OK: DisabledTlsVerification
        }
    }

    void bad4(Intent intent) {
        String token = intent.getStringExtra("auth_token");
        Log.v(TAG, "token=" + token); // BUG: SecretLogged
    }

    String bad5() {
        int pin = new Random().nextInt(9000) + 1000; // BUG: WeakSecretRandom
        return String.valueOf(pin);
    }

    Uri bad6(String apiKey) {
        return new Uri.Builder().scheme("https").authority("api.example.com").appendQueryParameter("api_key", apiKey).build(); // BUG: SecretInUrl
    }

    boolean bad7(SharedPreferences prefs, String entered) {
        return prefs.getString("pin_password", "").equals(entered); // BUG: WeakSecretStorage
    }

    void bad8(Bundle state) {
        Log.e(TAG, String.format("refresh token is %s", state.getString("refresh_token"))); // BUG: SecretLogged
    }

    String bad9(String password) throws Exception {
        byte[] hash = MessageDigest.getInstance("MD5").digest(password.getBytes()); // BUG: WeakSecretStorage
        return android.util.Base64.encodeToString(hash, 0);
    }

    void good1() {
        Log.d(TAG, "Login " + userField.getText()); // OK: SecretLogged
    }

    void good2(SharedPreferences prefs) {
        prefs.edit().putString("user", userField.getText().toString()).apply(); // OK: WeakSecretStorage
    }

    void good3(WebView view, String page) {
        view.loadUrl("https://notes.example.com/app?page=" + page); // OK: SecretInUrl
    }

    void good4() {
        Toast.makeText(this, "Password too short", Toast.LENGTH_LONG).show(); // OK: SecretInErrorMessage
    }

    int good5() {
        return new Random().nextInt(6) + 1; // OK: WeakSecretRandom
    }

    void good6(Intent intent) {
        Log.v(TAG, "has token: " + intent.hasExtra("auth_token")); // OK: SecretLogged
    }
}
