/** How the refinement area, or a team's backlog, is looked at, under a name. */
export interface View {
  readonly id: string
  readonly name: string
  /** The id of the team whose backlog it shows; null: the refinement area. */
  readonly backlog: string | null
  /**
   * What is shown and how, as the query of an address says it: not taken apart here, so that a page of another version leaves
   * out what it does not know and loses nothing of it.
   */
  readonly look: string
  /** Who saved it. While it is not shared it is theirs alone. */
  readonly owner: string
  /** It is everybody's who may read the place it shows. */
  readonly isShared: boolean
}

/** So many are shared, and so many has each person for themselves, at most. */
export const VIEWS_MAX = 100
/** A filter of many labels still fits. */
export const LOOK_MAX_CHARACTERS = 2_000
