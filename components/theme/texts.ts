import { loadTexts } from '#components/language/loaded.ts'

/** The texts of the pages of themes. */
export const AREAS = ['themes', 'words'] as const

// Together with the code: when they are opened, both are here, offline too.
void loadTexts(AREAS).catch(() => {})
