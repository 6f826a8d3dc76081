/** Saved views come behind the first picture; the same code for sidebar, bar and strip. */
export const loadViews = () => import('./parts.ts')
