/** Gives the mounted card of a story, or null: where a menu or a question about it is shown. */
export function cardElement(story: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card="${CSS.escape(story)}"]`)
}
