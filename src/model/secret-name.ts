const secretName = /authorization|cookie|credential|password|passwd|secret|token|api[-_]?key/i;

/** Whether a header or the like has a name that says that its value is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}
