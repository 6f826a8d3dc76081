import { loadTexts } from '#components/language/loaded.ts'

/** The texts of history, versions and the trash, and of the discussion beside them. */
export const AREAS = ['history', 'events', 'discussion', 'problems', 'words'] as const

// Together with the code: when they are opened, both are here, offline too.
void loadTexts(AREAS).catch(() => {})
