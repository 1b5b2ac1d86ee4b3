// Who knows the address of such a webhook can write into the channel.
const secretAddress = [
  /^https?:\/\/[^/?#]*@/i,
  /^https?:\/\/hooks\.slack\.com\//i,
  /^https?:\/\/(canary\.|ptb\.)?discord(app)?\.com\/api\/webhooks\//i,
  /^https?:\/\/[^/?#]*\.webhook\.office\.com\//i,
  /^https?:\/\/chat\.googleapis\.com\/v1\/spaces\//i,
];

/** Whether the address of a webhook is itself what lets one in. */
export function isSecretUrl(url: string): boolean {
  return secretAddress.some((pattern) => pattern.test(url));
}

// MDAI operator 0.2.12, internal/webhook/v1/mdaihub_webhook.go: by their canonical names.
const refused = ['host', 'content-length', 'transfer-encoding'];

/** Whether the MDAI operator refuses a header of a webhook. */
export function refusedHeader(name: string): boolean {
  return refused.includes(name.toLowerCase());
}
