/** What runs now comes behind the first picture; the same code for sidebar and bar. */
export const loadLive = () => import('./parts.ts')
