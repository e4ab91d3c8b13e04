package io.acme.remoting;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;

public class AgentListener {
    private final AgentRegistry registry;

    AgentListener(AgentRegistry registry) {
        this.registry = registry;
    }

    void accept(Socket s) throws IOException {
        DataInputStream in = new DataInputStream(s.getInputStream());
        String name = in.readUTF();
        String secret = in.readUTF();
        Agent agent = registry.get(name);
        if (!agent.getJnlpMac().equals(secret)) { // BUG: TimingUnsafeComparison
            s.close();
        }
        byte[] cookie = new byte[32];
        in.readFully(cookie);
        if (Arrays.equals(agent.secretCookie(), cookie)) { // BUG: TimingUnsafeComparison
            agent.reconnect();
        }
    }
}
