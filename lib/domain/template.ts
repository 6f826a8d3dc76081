/** A prepared text that a story may start from. */
export interface Template {
  readonly id: string
  readonly name: string
  /**
   * Markdown, whose headings name the sections of a story. Not the editor's blocks: a template outlives the schema it was
   * written with, and every page reads it by its own. Empty on a page for an archived one: its text stays on the server.
   */
  readonly content: string
  /** The one that is offered first; at most one that is not archived is. */
  readonly isDefault: boolean
  readonly archivedAt: number | null
}

/** Everybody who opens the workspace has all templates with its settings, so they are short and few. */
export const TEMPLATE_MAX_CHARACTERS = 5_000
export const TEMPLATES_MAX = 20
/** Archived ones included: they are never removed, so they may not pile up either. */
export const TEMPLATES_KEPT_MAX = 50
