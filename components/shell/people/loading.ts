import { withTexts } from '#components/language/loaded.ts'

/** Who is here and what they do comes behind the first picture. */
export const loadPeople = () => withTexts(import('./PeopleList.tsx'), ['around'])
