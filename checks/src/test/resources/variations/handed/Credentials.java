package com.acme.jobs;
import java.util.*;
import java.sql.*;
import javax.naming.Context;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.support.BasicAuthenticationInterceptor;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.jwt.crypto.sign.MacSigner;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.web.reactive.function.client.*;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.neo4j.driver.AuthTokens;
import com.datastax.oss.driver.api.core.CqlSession;
import com.jcraft.jsch.*;
import net.schmizz.sshj.SSHClient;
import com.twilio.Twilio;
import org.kohsuke.github.*;
import redis.clients.jedis.*;
import com.github.sardine.SardineFactory;
import org.influxdb.InfluxDBFactory;
import javax.jms.*;
import org.apache.activemq.ActiveMQConnectionFactory;
import com.rabbitmq.client.ConnectionFactory;
import org.apache.commons.net.ftp.FTPClient;
import io.restassured.RestAssured;
import cn.hutool.crypto.SecureUtil;
import com.zaxxer.hikari.*;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.http.impl.client.*;
import com.mongodb.*;
import io.lettuce.core.RedisURI;
import org.apache.sshd.client.session.ClientSession;
import com.slack.api.Slack;
import com.azure.storage.blob.BlobServiceClientBuilder;
import org.jasypt.util.text.BasicTextEncryptor;
import org.telegram.telegrambots.bots.TelegramLongPollingBot;
import com.google.common.collect.ImmutableMap;
import org.apache.commons.dbcp2.BasicDataSource;
import javax.crypto.spec.*;
import javax.crypto.*;
class Credentials {
  void a(HttpHeaders h, AuthenticationManagerBuilder auth, HttpSecurity http, JSch jsch, Session session, SSHClient ssh, Jedis jedis, javax.jms.ConnectionFactory cf, ClientSession cs) throws Exception {
    h.setBasicAuth("svc", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    h.setBearerAuth("b3f1c9d2e8a74f60"); // BUG: HardcodedSecret
    h.set("Authorization", "Basic c3ZjOlMzcnYxY2UhUGFzcw=="); // BUG: HardcodedSecret
    h.set("Authorization", "Bearer b3f1c9d2e8a74f60"); // BUG: HardcodedSecret
    new BasicAuthenticationInterceptor("svc", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    auth.inMemoryAuthentication().withUser("admin").password("{noop}S3rv1ce!Pass").roles("ADMIN"); // BUG: HardcodedSecret
    User.withUsername("admin").password("S3rv1ce!Pass").roles("X").build(); // BUG: HardcodedSecret
    http.rememberMe().key("uniqueAndSecret77"); // BUG: HardcodedSecret
    new TokenBasedRememberMeServices("uniqueAndSecret77", null); // BUG: HardcodedSecret
    new MacSigner("b3f1c9d2e8a74f60"); // BUG: HardcodedSecret
    WebClient.builder().filter(ExchangeFilterFunctions.basicAuthentication("svc", "S3rv1ce!Pass")); // BUG: HardcodedSecret
    WebClient.builder().defaultHeaders(x -> x.setBasicAuth("svc", "S3rv1ce!Pass")); // BUG: HardcodedSecret
    WebClient.builder().defaultHeader("X-Api-Key", "b3f1c9d2e8a74f60"); // BUG: HardcodedSecret
    new UsernamePasswordToken("root", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    new UsernamePasswordCredentialsProvider("git", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    AuthTokens.basic("neo4j", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    CqlSession.builder().withAuthCredentials("cassandra", "S3rv1ce!Pass").build(); // BUG: HardcodedSecret
    session.setPassword("S3rv1ce!Pass"); // BUG: HardcodedSecret
    jsch.addIdentity("id_rsa", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    ssh.authPassword("root", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    cs.addPasswordIdentity("S3rv1ce!Pass"); // BUG: HardcodedSecret
    Twilio.init("AC123", "b3f1c9d2e8a74f60b3f1c9d2e8a74f60"); // BUG: HardcodedSecret
    GitHub.connectUsingOAuth("b3f1c9d2e8a74f60b3f1c9d2e8a74f60"); // BUG: HardcodedSecret
    new GitHubBuilder().withOAuthToken("b3f1c9d2e8a74f60b3f1c9d2e8a74f60").build(); // BUG: HardcodedSecret
    jedis.auth("S3rv1ce!Pass"); // BUG: HardcodedSecret
    new JedisPool(new JedisPoolConfig(), "redis", 6379, 2000, "S3rv1ce!Pass"); // BUG: HardcodedSecret
    RedisURI.builder().withHost("x").withPassword("S3rv1ce!Pass".toCharArray()); // BUG: HardcodedSecret
    SardineFactory.begin("dav", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    InfluxDBFactory.connect("http://influx:8086", "root", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    cf.createConnection("jms", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    new ActiveMQConnectionFactory("jms", "S3rv1ce!Pass", "tcp://x:61616"); // BUG: HardcodedSecret
    com.rabbitmq.client.ConnectionFactory rf = new com.rabbitmq.client.ConnectionFactory();
    rf.setPassword("S3rv1ce!Pass"); // BUG: HardcodedSecret
    rf.setUri("amqp://svc:S3rv1cePass@rabbit:5672/vhost"); // BUG: HardcodedSecret
    RestAssured.given().auth().preemptive().basic("svc", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    SecureUtil.aes("b3f1c9d2e8a74f60".getBytes()); // BUG: HardcodedSecret
    DriverManager.getConnection("jdbc:postgresql://db/x", "app", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    DriverManager.getConnection("jdbc:mysql://db/x?user=app&password=S3rv1cePass"); // BUG: HardcodedSecret
    HikariConfig hc = new HikariConfig(); hc.setPassword("S3rv1ce!Pass"); // BUG: HardcodedSecret
    hc.addDataSourceProperty("password", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    Properties p = new Properties(); p.put("ssl.keystore.password", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    p.put("sasl.jaas.config", "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"svc\" password=\"S3rv1cePass\";"); // BUG: HardcodedSecret
    Hashtable<String,Object> env = new Hashtable<>(); env.put(Context.SECURITY_CREDENTIALS, "S3rv1ce!Pass"); // BUG: HardcodedSecret
    com.mongodb.client.MongoClients.create("mongodb://svc:S3rv1cePass@mongo:27017/x"); // BUG: HardcodedSecret
    System.setProperty("javax.net.ssl.keyStorePassword", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    Slack.getInstance().methods("xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx"); // BUG: HardcodedSecret
    new BlobServiceClientBuilder().connectionString("DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;EndpointSuffix=core.windows.net"); // BUG: HardcodedSecret
    BasicTextEncryptor te = new BasicTextEncryptor(); te.setPasswordCharArray("S3rv1ce!Pass".toCharArray()); // BUG: HardcodedSecret
    new java.net.PasswordAuthentication("proxy", "S3rv1ce!Pass".toCharArray()); // BUG: HardcodedSecret
    Map<String,String> m = Map.of("client_id", "web", "client_secret", "b3f1c9d2e8a74f60"); // BUG: HardcodedSecret
    ImmutableMap.of("user", "x", "password", "S3rv1ce!Pass"); // BUG: HardcodedSecret
    if (System.getenv("TOKEN") == null) { login("root", "S3rv1ce!Pass"); } // BUG: HardcodedSecret
    byte[] iv = "0123456789abcdef".getBytes();
    Cipher c = Cipher.getInstance("AES/CBC/PKCS5Padding"); c.init(1, new SecretKeySpec(new byte[]{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16}, "AES"), new IvParameterSpec(iv)); // BUG: HardcodedSecret
  }
  void login(String user, String password) {}
  boolean isAdmin(String user, String pw) { return user.equals("admin") && pw.equals("S3rv1ce!Pass"); } // BUG: TimingUnsafeComparison
  static class Bot extends TelegramLongPollingBot {
    @Override public String getBotToken() { return "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"; } // BUG: HardcodedSecret
    @Override public String getBotUsername() { return "bot"; }
  }
}
