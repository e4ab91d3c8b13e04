package com.sms.gateway;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Header;

@FeignClient(name = "weather", url = "http://api.weather.com") // BUG: SecretOverPlainHttp
interface WeatherClient {
    @GetMapping("/v1/forecast")
    String forecast(@RequestHeader("X-Api-Key") String apiKey);
}

@FeignClient(name = "weather", url = "https://api.weather.com")
interface SecureWeatherClient {
    @GetMapping("/v1/forecast")
    String forecast(@RequestHeader("X-Api-Key") String apiKey); // OK: SecretOverPlainHttp
}

class WeatherFactory {
    interface Api {
        @GET("forecast")
        retrofit2.Call<String> forecast(@Header("Authorization") String bearerToken);
    }

    Api plain() {
        return new Retrofit.Builder().baseUrl("http://api.weather.com/").build().create(Api.class); // BUG: SecretOverPlainHttp
    }
}
