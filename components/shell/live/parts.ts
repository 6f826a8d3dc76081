/** What runs now, where a person finds their way or is offered it, and who is here. */
export { LiveBarEntry } from './LiveBarEntry.tsx'
export { LiveOffer } from './LiveOffer.tsx'
export { LiveLinks } from './LiveLinks.tsx'
export { PeopleList } from '../people/PeopleList.tsx'
