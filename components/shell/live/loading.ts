/** What runs now and who is here comes behind the first picture; the same code for sidebar, bar and header. */
export const loadLive = () => import('./parts.ts')
