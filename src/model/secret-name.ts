const secretName = /authorization|cookie|credential|password|passwd|secret|token|api[-_]?key/i;

/** Whether a header or the like has a name that says that its value is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

// A reference stands for what is read from elsewhere.
const reference = /\$\{[^}]*\}/g;
const elsewhere = '\uFFFC';
const urlWithPassword = new RegExp(`[a-z][a-z0-9+.-]*://[^\\s/:@]*:(?!${elsewhere}+@)[^\\s/@]+@`, 'i');

/** Whether a URL in a text holds a password as plain text: `https://user:word@host`, but not `https://user:${env:WORD}@host`. */
export function hasUrlPassword(text: string): boolean {
  return text.includes('://') && urlWithPassword.test(text.replace(reference, elsewhere));
}

const secretVariable =
  /(^|_)(TOKEN|PASSWORD|PASSWD|PASS|SECRET|SECRET_KEY|API_?KEY|ACCESS_KEY|PRIVATE_KEY|LICENSE_KEY|CREDENTIALS?)$/i;

/** Whether an environment variable has a name that says that its value is a secret. */
export function isSecretVariable(name: string): boolean {
  return secretVariable.test(name);
}

/** Whether a variable's value could be a secret: it is no path and no address, no switch, and takes nothing from other variables. */
export function mayBeSecret(value: string): boolean {
  return value !== '' && !value.includes('$(') && !/^(true|false|\.{0,2}\/.*|https?:\/\/.*)$/i.test(value);
}
