import { loadTexts } from '#components/language/loaded.ts'

/** The texts of team backlogs. */
export const AREAS = ['backlog', 'pace', 'words'] as const

// Together with the code: when it is opened, both are here, offline too.
void loadTexts(AREAS).catch(() => {})
