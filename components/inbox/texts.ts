import { loadTexts } from '#components/language/loaded.ts'

/** The texts of the inbox. */
export const AREAS = ['inbox', 'words'] as const

// Together with the code: when it is opened, both are here, offline too.
void loadTexts(AREAS).catch(() => {})
