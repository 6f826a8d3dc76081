/** The signed-in person, as the server answers setup, sign-in and joining. */
export interface Account {
  readonly user: { readonly id: string; readonly name: string; readonly email: string }
  readonly workspaces: readonly { readonly id: string; readonly name: string }[]
}
