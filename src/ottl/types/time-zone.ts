/** A name of the time zone database, as Go finds it: in its own letters, and no offset. */
export function isTimeZone(name: string): boolean {
  if (['', 'UTC', 'Local'].includes(name)) return true;
  if (!/^[A-Z][A-Za-z0-9_/+-]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
