/** The roles a person can hold in a workspace. They stack; the table of what each may do is in PRODUCT's terms. */
export const ROLES = [
  'owner',
  'admin',
  'product-manager',
  'member',
  'contributor',
  'viewer',
] as const
export type Role = (typeof ROLES)[number]

/** Whoever acts: a signed-in person (or the holder of their token) inside one workspace. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}
