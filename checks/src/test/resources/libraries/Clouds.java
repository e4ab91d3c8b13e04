package net.halyard.clouds;

import com.amazonaws.auth.AWSCredentials;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.auth.BasicSessionCredentials;
import com.azure.core.credential.AccessToken;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.credential.TokenCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.bettercloud.vault.Vault;
import com.bettercloud.vault.VaultConfig;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.secretmanager.v1.AccessSecretVersionResponse;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.vault.authentication.TokenAuthentication;
import org.springframework.vault.core.VaultTemplate;
import org.springframework.vault.support.VaultResponse;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.ssm.SsmClient;

class Clouds {

    private static final Logger log = LoggerFactory.getLogger(Clouds.class);

    void v1(AWSCredentials credentials) {
        new AWSStaticCredentialsProvider(new BasicAWSCredentials("svc-user", "wJalrXUtnFEMIK7MDENGbPxRfiCYzzzz")); // BUG: HardcodedSecret
        new BasicSessionCredentials(System.getenv("ID"), System.getenv("SK"), System.getenv("ST"));
        log.info("id {}", credentials.getAWSAccessKeyId());
        log.info("secret {}", credentials.getAWSSecretKey()); // BUG: SecretLogged
    }

    void v2(AwsCredentials credentials, AwsSessionCredentials session) {
        StaticCredentialsProvider.create(AwsBasicCredentials.create("svc-user", "wJalrXUtnFEMIK7MDENGbPxRfiCYzzzz")); // BUG: HardcodedSecret
        log.info("id {}", credentials.accessKeyId());
        log.info("secret {}", credentials.secretAccessKey()); // BUG: SecretLogged
        log.info("session {}", session.sessionToken()); // BUG: SecretLogged
    }

    String manager(SecretsManagerClient client, SsmClient ssm) {
        GetSecretValueResponse answer = client.getSecretValue(r -> r.secretId("prod/db"));
        log.info("version {}", answer.versionId());
        log.info("value {}", answer.secretString()); // BUG: SecretLogged
        String db = ssm.getParameter(r -> r.name("/prod/db").withDecryption(true)).parameter().value();
        log.info("db {}", db); // BUG: SecretLogged
        return answer.name();
    }

    void azure(TokenCredential credential, SecretClient vault) {
        new AzureKeyCredential("9f8e7d6c5b4a39281706f5e4d3c2b1a0"); // BUG: HardcodedSecret
        new ClientSecretCredentialBuilder().tenantId("t").clientId("c").clientSecret("Q~8Zt.kd83jf72lq0dpwo"); // BUG: HardcodedSecret
        new StorageSharedKeyCredential("account", System.getenv("STORAGE_KEY"));
        AccessToken token = credential.getTokenSync(null);
        log.info("expires {}", token.getExpiresAt());
        log.info("token {}", token.getToken()); // BUG: SecretLogged
        KeyVaultSecret secret = vault.getSecret("db");
        log.info("got {}", secret.getName());
        log.info("got {}", secret.getValue()); // BUG: SecretLogged
    }

    void google(GoogleCredentials credentials, SecretManagerServiceClient client) throws Exception {
        log.info("token {}", credentials.getAccessToken().getTokenValue()); // BUG: SecretLogged
        log.info("until {}", credentials.getAccessToken().getExpirationTime());
        AccessSecretVersionResponse answer = client.accessSecretVersion("projects/p/secrets/s/versions/1");
        log.info("payload {}", answer.getPayload().getData().toStringUtf8()); // BUG: SecretLogged
        log.info("name {}", answer.getName());
    }

    void vault(Vault vault, VaultTemplate template) throws Exception {
        String password = vault.logical().read("secret/db").getData().get("value");
        log.info("db {}", password); // BUG: SecretLogged
        new VaultConfig().address("https://vault.example").token("hvs.CAESIJ8f7e6d5c4b3a29").build(); // BUG: HardcodedSecret
        VaultResponse answer = template.read("secret/db");
        log.info("lease {}", answer.getLeaseDuration());
        log.info("data {}", answer.getData()); // BUG: SecretLogged
        new TokenAuthentication("s.9f8e7d6c5b4a39281706f5e4"); // BUG: HardcodedSecret
    }
}
