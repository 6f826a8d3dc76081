import { withTexts } from '#components/language/loaded.ts'

/** Saved views come behind the first picture; the same code for sidebar, bar and strip. */
export const loadViews = () => withTexts(import('./parts.ts'), ['actions', 'views'])
