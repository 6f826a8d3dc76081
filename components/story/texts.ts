import { loadTexts } from '#components/language/loaded.ts'

/** The texts of a story and of the discussion beside it. */
export const AREAS = ['story', 'discussion', 'asks', 'pace', 'problems', 'words'] as const

// Together with the code: when it is opened, both are here, offline too.
void loadTexts(AREAS).catch(() => {})
