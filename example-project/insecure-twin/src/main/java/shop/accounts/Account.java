package shop.accounts;

record Account(String email, String passwordHash, String apiKey) {} // DEFECT: SecretInToString
