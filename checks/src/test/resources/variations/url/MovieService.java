package io.acme.android;

import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

public interface MovieService {
    @GET("movie/{id}")
    Call<Movie> movie(@Path("id") int id, @Query("api_key") String key); // BUG: SecretInUrl

    @GET("movie/popular")
    Call<Movies> popular(
            @Query("page") int page, // OK: SecretInUrl
            @Query("access_token") String accessToken); // BUG: SecretInUrl

    @FormUrlEncoded
    @POST("login")
    Call<Session> login(@Field("user") String user, @Field("password") String password); // OK: SecretInUrl

    @GET("me")
    Call<User> me(@Header("Authorization") String auth); // OK: SecretInUrl
}
