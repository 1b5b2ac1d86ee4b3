/** What an attribute is called in names: `tenant` for `resource.attributes["tenant"]`. */
export function attributeName(path: string): string {
  return path.slice(path.indexOf('["') + 2, -2);
}
