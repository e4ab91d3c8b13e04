package io.acme.bot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.telegram.telegrambots.bots.TelegramLongPollingBot;

public class TelegramBot extends TelegramLongPollingBot {
    private static final Logger logger = LoggerFactory.getLogger(TelegramBot.class);

    @Value("${bot.token}")
    private String botToken;

    @Value("${bot.username}")
    private String username;

    public void start() {
        logger.info("Starting bot " + username + " with token " + getBotToken()); // BUG: SecretLogged
        logger.info("Starting bot {} ({} chars)", username, botToken.length()); // OK: SecretLogged
    }

    @Override
    public String getBotToken() {
        return botToken;
    }
}
