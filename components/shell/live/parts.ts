/** What runs now, where a person finds their way. */
export { LiveBarEntry } from './LiveBarEntry.tsx'
export { LiveLinks } from './LiveLinks.tsx'
