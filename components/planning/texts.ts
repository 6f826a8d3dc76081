import { loadTexts } from '#components/language/loaded.ts'

/** The texts of planning. */
export const AREAS = ['planning', 'live', 'around', 'pace', 'words', 'flow'] as const

// Together with the code: when it is opened, both are here, offline too.
void loadTexts(AREAS).catch(() => {})
