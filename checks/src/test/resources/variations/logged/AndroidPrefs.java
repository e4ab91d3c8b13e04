package io.acme.android;

import android.content.Context;
import android.content.SharedPreferences;
import android.util.Log;

public class AndroidPrefs {
    private static final String TAG = "AndroidPrefs";

    void restore(Context context) {
        SharedPreferences prefs = context.getSharedPreferences("session", 0);
        String token = prefs.getString("access_token", null);
        Log.d(TAG, "restored token " + token); // BUG: SecretLogged
        String user = prefs.getString("user_name", null);
        Log.d(TAG, "restored user " + user); // OK: SecretLogged
    }
}
