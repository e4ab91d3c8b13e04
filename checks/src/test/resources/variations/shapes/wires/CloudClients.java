package wires;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.azure.core.credential.AzureKeyCredential;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import com.google.cloud.secretmanager.v1.SecretVersionName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

final class CloudClients {

    private static final Logger log = LoggerFactory.getLogger(CloudClients.class);

    AmazonS3 literal() {
        BasicAWSCredentials credentials =
                new BasicAWSCredentials("AKIAJ5Q7XK2MPLRT3WZA", "hK8vQm2/pXw9TzR4sLd7YcBn1GfJe6UaVo3iMqNt"); // BUG: HardcodedSecret
        return AmazonS3ClientBuilder.standard()
                .withCredentials(new AWSStaticCredentialsProvider(credentials))
                .build();
    }

    SqsClient chain() {
        return SqsClient.builder().credentialsProvider(DefaultCredentialsProvider.create()).build(); // OK: HardcodedSecret
    }

    SqsClient environment() {
        String id = System.getenv("APP_AWS_ID");
        String secret = System.getenv("APP_AWS_SECRET");
        AwsBasicCredentials credentials = AwsBasicCredentials.create(id, secret); // OK: HardcodedSecret
        return SqsClient.builder().credentialsProvider(StaticCredentialsProvider.create(credentials)).build();
    }

    SqsClient fallback() {
        String secret = System.getenv("APP_AWS_SECRET");
        if (secret == null) {
            secret = "hK8vQm2/pXw9TzR4sLd7YcBn1GfJe6UaVo3iMqNt"; // BUG: DefaultSecretFallback // BUG: HardcodedSecret
        }
        AwsBasicCredentials credentials = AwsBasicCredentials.create("AKIAJ5Q7XK2MPLRT3WZA", secret); // BUG: HardcodedSecret
        return SqsClient.builder().credentialsProvider(StaticCredentialsProvider.create(credentials)).build();
    }

    void awsSecret(SecretsManagerClient client) {
        String value = client.getSecretValue(b -> b.secretId("prod/db")).secretString();
        log.info("loaded {}", value); // BUG: SecretLogged
    }

    void awsSecretGood(SecretsManagerClient client) {
        String secretId = "prod/db";
        String value = client.getSecretValue(b -> b.secretId(secretId)).secretString();
        log.info("loaded {} with {} characters", secretId, value.length()); // OK: SecretLogged
    }

    void azureSecret(SecretClient client) {
        String value = client.getSecret("smtp").getValue();
        System.err.println("smtp: " + value); // BUG: SecretLogged
    }

    void googleSecret() throws Exception {
        try (SecretManagerServiceClient client = SecretManagerServiceClient.create()) {
            SecretVersionName name = SecretVersionName.of("project", "smtp", "latest");
            String value = client.accessSecretVersion(name).getPayload().getData().toStringUtf8();
            log.info("{} is {}", name, value); // BUG: SecretLogged
        }
    }

    BlobServiceClient blobs() {
        return new BlobServiceClientBuilder()
                .connectionString("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=q83zMLm1Fz0nLx2u8kP5vTjC7yHwRbS4dXaE6oGiQpN0tWvUeYrZ1mKlJhBfD9cAaVsI3gTxO2uPqLwMnRkEjA==;EndpointSuffix=core.windows.net") // BUG: HardcodedSecret
                .buildClient();
    }

    AzureKeyCredential search(String key) {
        return new AzureKeyCredential(key); // OK: HardcodedSecret
    }
}
