const WORDS: Readonly<Record<string, string>> = {
  owner: 'an owner',
  admin: 'an admin',
  'product-manager': 'a product manager',
  member: 'a member',
  contributor: 'a contributor',
  viewer: 'a viewer',
}

/** Gives roles as they stand in a sentence: "a member", "an admin and a product manager". */
export function rolesInWords(roles: readonly string[]): string {
  const words = roles.map((role) => WORDS[role] ?? role)
  return new Intl.ListFormat('en').format(words)
}
