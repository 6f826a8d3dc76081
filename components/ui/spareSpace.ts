/** True for what stands right behind a name: typed there it takes the place of the space that was put in unasked. */
export function takesSpareSpace(typed: string): boolean {
  return /^[\s.,;:!?)\]}’'”»…]/u.test(typed)
}
