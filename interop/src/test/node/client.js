// Signs requests with other people's libraries and sends them: node client.js <scheme> <url> <secret>
// Prints one line for each request: <case> <status> <body>
import { createHash, randomUUID } from "node:crypto";
import { sign } from "@octokit/webhooks-methods";
import { createSigner, httpbis } from "http-message-signatures";
import { Webhook } from "standardwebhooks";
import Stripe from "stripe";

const [scheme, url, secret] = process.argv.slice(2);
const body = JSON.stringify({ type: "order.paid", order: 7, at: Date.now(), note: "Grüße" });
const changed = body.replace("7", "8");
const old = Math.floor(Date.now() / 1000) - 301;
const now = () => Math.floor(Date.now() / 1000);

async function send(what, headers, content = body, target = url) {
  const answer = await fetch(target, {
    method: "POST",
    body: content,
    headers: { "content-type": "application/json", ...headers },
  });
  console.log(`${what} ${answer.status} ${await answer.text()}`);
}

const digest = (text) => `sha-256=:${createHash("sha256").update(text).digest("base64")}:`;

async function message(created, expires) {
  const signed = await httpbis.signMessage(
    {
      key: createSigner(Buffer.from(secret), "hmac-sha256", "messages"),
      fields: ["@method", "@target-uri", "content-digest", "content-type"],
      params: ["created", "expires", "keyid", "alg", "nonce"],
      paramValues: { created: new Date(created * 1000), expires: new Date(expires * 1000), nonce: randomUUID() },
    },
    { method: "POST", url, headers: { "content-type": "application/json", "content-digest": digest(body) } },
  );
  return signed.headers;
}

const clients = {
  async "standard-webhooks"() {
    const webhook = new Webhook(secret);
    const headers = (id, seconds) => ({
      "webhook-id": id,
      "webhook-timestamp": String(seconds),
      "webhook-signature": webhook.sign(id, new Date(seconds * 1000), body),
    });
    const good = headers("msg_1", now());
    await send("good", good);
    await send("replayed", good);
    await send("changed", headers("msg_2", now()), changed);
    await send("other-id", { ...headers("msg_3", now()), "webhook-id": "msg_4" });
    await send("old", headers("msg_5", old));
  },
  async stripe() {
    const headers = (timestamp) => ({
      "stripe-signature": Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp }),
    });
    const good = headers(now());
    await send("good", good);
    await send("replayed", good);
    await send("replayed-in-another-form", { "stripe-signature": `v0=00,${good["stripe-signature"]}` });
    await send("changed", headers(now() - 1), changed);
    await send("old", headers(old));
  },
  async github() {
    const headers = async (id) => ({
      "x-hub-signature-256": await sign(secret, body),
      "x-github-delivery": id,
      "x-github-event": "push",
    });
    await send("good", await headers("72d3162e-cc78-11e3-81ab-4c9367dc0958"));
    await send("replayed", await headers("72d3162e-cc78-11e3-81ab-4c9367dc0958"));
    await send("changed", await headers("1"), changed);
    await send("changed-signature", { "x-hub-signature-256": (await sign(secret, body)).replace(/.$/, (c) => (c === "0" ? "1" : "0")) });
  },
  async messages() {
    const good = await message(now(), now() + 60);
    await send("good", good);
    await send("replayed", good);
    await send("changed", await message(now(), now() + 60), changed);
    await send("changed-with-its-digest", { ...(await message(now(), now() + 60)), "content-digest": digest(changed) }, changed);
    await send("other-target", await message(now(), now() + 60), body, `${url}?admin=true`);
    await send("other-type", { ...(await message(now(), now() + 60)), "content-type": "text/plain" });
    await send("old", await message(old, now() + 60));
    await send("expired", await message(now() - 20, now() - 10));
    await send("early", await message(now() + 60, now() + 90));
  },
};

await clients[scheme]();
