/** A regular expression of RE2 that matches a text and nothing else. */
export function literally(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}
