/** What runs now, where a person finds their way, and who is here. */
export { LiveBarEntry } from './LiveBarEntry.tsx'
export { LiveLinks } from './LiveLinks.tsx'
export { PeopleList } from '../people/PeopleList.tsx'
